export * from './acces.module';
export * from './compte/comptes-demo';
export * from './compte/invitations';
export { Preuves } from './compte/preuves';
export { hacherMotDePasse } from './compte/hachage';
export { AccesGuard } from './droits/acces.guard';
export {
  ActeurCourant,
  Connecte,
  Permission,
  Public,
  ROUTE_CONNECTEE,
  ROUTE_PERMISSION,
  Veille,
} from './droits/decorateurs';
export { Fils } from './direct/fils';
export { type RequeteConnectee, sessionDe, type SessionOuverte } from './droits/requete';
export * from './droits/autorisation';
export * from './journal/ecritures';
export * from './journal/journal';
export { FiltreJournalDto } from './journal/journal.dto';
export * from './journal/verification';
export { EnvoisNotifications } from './notifications/envois';
export { Notifications } from './notifications/notifications';
export { Purges } from './rgpd/purges';
export { Connexions } from './connexions/connexions';
export { Sessions } from './session/sessions';

/** The area writes by statements: nothing of it is an entity. */
export const ENTITES_ACCES = [];
