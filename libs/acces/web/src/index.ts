export { AccesClient, ADRESSE_COMPTES_DEMO, type Identifiants } from './acces-client';
export { accesRoutes } from './acces.routes';
export { PlDelegations } from './delegations/delegations';
export { JournalConnexions } from './mon-compte/journal-connexions';
export { connecte, siConnecte } from './session/connecte';
export { sessionPerdueInterceptor } from './session/session-perdue-interceptor';
export { SessionStore } from './session/session-store';
