import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { traduire } from '@pleniere/shared/api';
import type { Request, Response } from 'express';
import { Page } from '../gabarit/page';
import { rendre } from '../gabarit/rendre';

/** A failure told to a resident: what happened, what was kept, where to go next. */
@Catch()
export class FiltreDesPages implements ExceptionFilter {
  private readonly journal = new Logger('Site');

  catch(erreur: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reponse = http.getResponse<Response>();
    const { status, title, detail, errors = [], retryAfter } = traduire(erreur);
    if (status >= 500) this.journal.error(erreur);
    if (reponse.headersSent) {
      reponse.destroy();
      return;
    }
    if (retryAfter !== undefined) reponse.setHeader('Retry-After', String(retryAfter));
    const requete = http.getRequest<Request & { id?: string }>();
    const numero = requete.id;
    const page = (
      <Page titre={title} cadre={null}>
        <div class="pile">
          <h1>{title}</h1>
          {detail && <p>{detail}</p>}
          {errors.length > 0 && (
            <ul class="lignes-simples">
              {errors.map((champ) => (
                <li key={champ.pointer}>{champ.detail}</li>
              ))}
            </ul>
          )}
          {status === 404 && <p>L’adresse est peut-être incomplète, ou ce qu’elle montrait n’est plus publié.</p>}
          {status >= 500 && numero && <p class="discret">Numéro de la demande : {numero}</p>}
          <p>
            <a href={accueilDe(requete)}>Revenir à l’accueil</a>
          </p>
        </div>
      </Page>
    );
    reponse.status(status).type('html').setHeader('Cache-Control', 'no-store');
    reponse.send(rendre(page));
  }
}

/** First page of the contrat whose page failed; the choice of a contrat when the address names none. */
function accueilDe({ path }: Request): string {
  return /^\/habitants\/[a-z0-9-]*[a-z0-9][a-z0-9-]*/.exec(path)?.[0] ?? '/habitants';
}
