import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { NodeSDK } from '@opentelemetry/sdk-node';

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
      }),
      new PgInstrumentation({ enhancedDatabaseReporting: false, requireParentSpan: true }),
    ],
  });
  sdk.start();
  process.once('beforeExit', () => void sdk.shutdown());
}
