import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ComptesDemo } from './compte/comptes-demo';
import { Comptes } from './compte/comptes';
import { ActivationController } from './compte/activation.controller';
import { DemoController } from './compte/demo.controller';
import { Frein } from './compte/frein';
import { Identification } from './compte/identification';
import { Invitations } from './compte/invitations';
import { Preuves } from './compte/preuves';
import { CourrielsController } from './courriels/courriels.controller';
import { DirectController } from './direct/direct.controller';
import { Fils } from './direct/fils';
import { Connexions } from './connexions/connexions';
import { Delegations } from './delegations/delegations';
import { DelegationsController } from './delegations/delegations.controller';
import { AccesGuard } from './droits/acces.guard';
import { Autorisation } from './droits/autorisation';
import { Ecritures } from './journal/ecritures';
import { JournalController } from './journal/journal.controller';
import { Journal } from './journal/journal';
import { MesContrats } from './mes-contrats/mes-contrats';
import { MesContratsController } from './mes-contrats/mes-contrats.controller';
import { MonCompteController } from './mon-compte/mon-compte.controller';
import { EnvoisNotifications } from './notifications/envois';
import { Notifications } from './notifications/notifications';
import { NotificationsController } from './notifications/notifications.controller';
import { Demandes } from './oidc/demandes';
import { Fournisseur } from './oidc/fournisseur';
import { OidcController } from './oidc/oidc.controller';
import { Rattachement } from './oidc/rattachement';
import { Conservations } from './rgpd/conservations';
import { Effacements } from './rgpd/effacements';
import { ExportsPersonne } from './rgpd/exports';
import { Purges } from './rgpd/purges';
import { RgpdController } from './rgpd/rgpd.controller';
import { Coffre } from './second-facteur/coffre';
import { SecondFacteurController } from './second-facteur/second-facteur.controller';
import { SecondsFacteurs } from './second-facteur/seconds-facteurs';
import { Cookies } from './session/cookies';
import { SessionController } from './session/session.controller';
import { Sessions } from './session/sessions';

/** Accounts, sessions, rights and journal; guards every route of the application. */
@Global()
@Module({
  controllers: [
    SessionController,
    ActivationController,
    DemoController,
    JournalController,
    CourrielsController,
    DirectController,
    DelegationsController,
    MesContratsController,
    MonCompteController,
    NotificationsController,
    OidcController,
    RgpdController,
    SecondFacteurController,
  ],
  providers: [
    Autorisation,
    Coffre,
    Comptes,
    ComptesDemo,
    Connexions,
    Conservations,
    Cookies,
    Delegations,
    Demandes,
    Ecritures,
    Effacements,
    EnvoisNotifications,
    ExportsPersonne,
    Fils,
    Fournisseur,
    Frein,
    Identification,
    Invitations,
    Journal,
    MesContrats,
    Notifications,
    Preuves,
    Purges,
    Rattachement,
    SecondsFacteurs,
    Sessions,
    { provide: APP_GUARD, useClass: AccesGuard },
  ],
  exports: [Autorisation, ComptesDemo, Ecritures, Invitations, Journal, Notifications, Preuves, Sessions],
})
export class AccesModule {}
