import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notifications } from '@pleniere/acces/api';

import { Base, Taches } from '@pleniere/shared/api';
import { formaterDate, jourDeParis } from '@pleniere/shared/domain';

const TACHE = 'mandats-a-echeance';
/** Before the summary of the morning. */
const CHAQUE_MATIN = '5 7 * * *';

// Unless another mandat of the same person goes on after it.
const PROCHES = `
  select m.contrat_id as "contratId", m.id, m.personne_id as "personneId", p.nom, o.nom as organisation, m.au::text
  from mandat m
  join personne p on (p.contrat_id, p.id) = (m.contrat_id, m.personne_id)
  join organisation o on (o.contrat_id, o.id) = (m.contrat_id, m.organisation_id)
  where m.au between $1::date and $1::date + 30 and not exists (
    select from mandat s where (s.contrat_id, s.personne_id) = (m.contrat_id, m.personne_id)
      and s.du <= m.au + 1 and (s.au is null or s.au > m.au))`;

interface MandatProche {
  contratId: string;
  id: string;
  personneId: string;
  nom: string;
  organisation: string;
  au: string;
}

/** Tells a person and the team that a mandat ends within thirty days. */
@Injectable()
export class EcheancesMandats implements OnModuleInit {
  constructor(
    private readonly base: Base,
    private readonly notifications: Notifications,
    private readonly taches: Taches,
  ) {}

  onModuleInit(): void {
    this.taches.definir(TACHE, () => this.prevenir(new Date()));
    this.taches.planifier(TACHE, CHAQUE_MATIN);
  }

  /** Tells it once for each end. */
  async prevenir(maintenant: Date): Promise<void> {
    const jour = jourDeParis(maintenant);
    for (const mandat of await this.base.lire<MandatProche>('mandats-a-echeance', PROCHES, [jour])) {
      const { contratId, id, personneId, nom, organisation, au } = mandat;
      const fin = formaterDate(au);
      const commun = { sorte: 'mandat', evenement: `mandat/${id}/${au}`, texte: organisation } as const;
      await this.base.transaction(async (tx) => {
        const personne = { contratId, personneId: null };
        await this.notifications.annoncer(tx, personne, {
          ...commun,
          titre: `Votre mandat se termine le ${fin}`,
          lien: '/compte',
          pour: { personnes: [personneId] },
          permission: 'contrat.lire',
        });
        await this.notifications.annoncer(
          tx,
          { contratId, personneId },
          {
            ...commun,
            titre: `Le mandat de ${nom} se termine le ${fin}`,
            lien: '/acteurs/personnes',
            pour: { roles: ['equipe'] },
            permission: 'acteurs.gerer',
          },
        );
      });
    }
  }
}
