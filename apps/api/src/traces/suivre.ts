import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { adresseSansSecret } from '@pleniere/shared/domain';

/**
 * Follows each request through its statements and sends what it saw to a collector (OpenTelemetry). Settings are the
 * standard `OTEL_…` variables. Values of statements are never sent; of addresses, the path alone.
 */
export function suivreLesDemandes(): void {
  const sdk = new NodeSDK({
    serviceName: 'pleniere',
    instrumentations: [
      new HttpInstrumentation({
        ignoreIncomingRequestHook: ({ url }) => url?.startsWith('/health') === true,
        redactedQueryParams: ['code', 'state', 'q'],
        startIncomingSpanHook: ({ url = '' }) => adresseTracee(url),
      }),
      new PgInstrumentation({ enhancedDatabaseReporting: false, requireParentSpan: true }),
    ],
  });
  sdk.start();
  process.once('beforeExit', () => void sdk.shutdown());
}

/** The address of a request as the server's own logs keep it. */
function adresseTracee(url: string): Record<string, string> {
  const [chemin = '', ...question] = adresseSansSecret(url).split('?');
  return { 'url.path': chemin, ...(question.length > 0 && { 'url.query': question.join('?') }) };
}
