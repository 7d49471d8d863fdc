import { Controller, type MessageEvent, Req, Sse } from '@nestjs/common';
import { nonConnecte } from '@pleniere/shared/api';
import type { Observable } from 'rxjs';
import { Permission } from '../droits/decorateurs';
import type { RequeteConnectee } from '../droits/requete';
import { Fils } from './fils';

/** What happens in a contrat, as it happens. */
@Controller('contrats/:contratId/direct')
export class DirectController {
  constructor(private readonly fils: Fils) {}

  /** Server-sent events (`text/event-stream`) that the role of the session may know of; ends with the session. */
  @Sse()
  @Permission('contrat.lire')
  ouvrir(@Req() { session }: RequeteConnectee): Promise<Observable<MessageEvent>> {
    if (!session) throw nonConnecte();
    return this.fils.ouvrir(session);
  }
}
