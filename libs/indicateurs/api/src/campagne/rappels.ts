import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notifications } from '@pleniere/acces/api';
import { Base, Taches } from '@pleniere/shared/api';
import { formaterDate } from '@pleniere/shared/domain';
import { Horloge } from '../horloge';

const TACHE = 'rappels-campagne';
/** Before the summary of the morning. */
const CHAQUE_MATIN = '0 7 * * *';

// Up to seven days: a morning that was missed is made up for the next day, and said once.
const PROCHES = `
  select contrat_id as "contratId", annee, echeance::text from campagne
  where close_le is null and echeance between $1::date and $1::date + 7`;

interface CampagneProche {
  contratId: string;
  annee: number;
  echeance: string;
}

/** Reminds those who type values that a campagne ends within seven days. */
@Injectable()
export class RappelsDeCampagne implements OnModuleInit {
  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
    private readonly notifications: Notifications,
    private readonly taches: Taches,
  ) {}

  onModuleInit(): void {
    this.taches.definir(TACHE, () => this.rappeler());
    this.taches.planifier(TACHE, CHAQUE_MATIN);
  }

  /** Tells it once for each due date. */
  async rappeler(): Promise<void> {
    const proches = await this.base.lire<CampagneProche>('campagnes-proches', PROCHES, [this.horloge.aujourdhui()]);
    for (const { contratId, annee, echeance } of proches) {
      await this.base.transaction((tx) =>
        this.notifications.annoncer(
          tx,
          { contratId, personneId: null },
          {
            sorte: 'echeance-campagne',
            evenement: `campagne/${annee}/${echeance}`,
            titre: `La campagne ${annee} se termine le ${formaterDate(echeance)}`,
            lien: '/campagne',
            pour: { roles: ['equipe', 'referent', 'contributeur'] },
            permission: 'campagnes.lire',
          },
        ),
      );
    }
  }
}
