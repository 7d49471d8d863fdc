import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notifications } from '@pleniere/acces/api';
import type { Annonce } from '@pleniere/acces/domain';
import { Horloge } from '@pleniere/indicateurs/api';
import { type EtapeAttente, etapesDues, type EtatQuestion } from '@pleniere/participation/domain';
import { Base, Taches } from '@pleniere/shared/api';
import { formaterDate } from '@pleniere/shared/domain';
import { gensDuService } from '../suites';

const TACHE = 'questions-echeances';
/** Before the summary of the morning. */
const CHAQUE_MATIN = '5 7 * * *';

const COLONNES = { rappel: 'rappelee_le', relance: 'relancee_le', escalade: 'escaladee_le' } as const;
type Acte = keyof typeof COLONNES;

const ATTENDUES = `
  select contrat_id as "contratId", id, numero, etat, echeance::text, organisation_id as "organisationId", fiche_id as "ficheId"
  from question_habitant
  where etat in ('attribuee', 'reponse-preparee') and echeance <= $1::date + 7
    and (rappelee_le is null or relancee_le is null and echeance <= $1 or escaladee_le is null and echeance < $1)
  order by contrat_id, numero`;

// Taken by one replica; a due date that changed meanwhile starts again. What is being typed is not made stale.
const prendre = (actes: readonly Acte[]): string => `
  update question_habitant set ${actes.map((acte) => `${COLONNES[acte]} = coalesce(${COLONNES[acte]}, now())`).join(', ')}
  where (contrat_id, id) = ($1, $2) and echeance = $3::date and etat in ('attribuee', 'reponse-preparee')
    and ${COLONNES[actes.at(-1) ?? 'rappel']} is null
  returning id`;

interface Attendue {
  contratId: string;
  id: string;
  numero: number;
  etat: EtatQuestion;
  echeance: string;
  organisationId: string;
  ficheId: string | null;
}

const estUnActe = (etape: EtapeAttente): etape is Acte => etape in COLONNES;

const TITRES: Readonly<Record<Acte, (numero: string, echeance: string) => string>> = {
  rappel: (numero, echeance) => `${numero}\u00A0: réponse attendue le ${echeance}`,
  relance: (numero, echeance) => `${numero}\u00A0: la réponse est attendue aujourd’hui, ${echeance}`,
  escalade: (numero, echeance) => `${numero}\u00A0: sans réponse depuis le ${echeance}`,
};

/** Reminds the services of the answers that they owe, and tells the pilotes of those that did not come. */
@Injectable()
export class EcheancesDeQuestions implements OnModuleInit {
  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
    private readonly notifications: Notifications,
    private readonly taches: Taches,
  ) {}

  onModuleInit(): void {
    this.taches.definir(TACHE, () => this.relancer());
    this.taches.planifier(TACHE, CHAQUE_MATIN);
  }

  /** Each step once for a due date, in civil days of Paris; after mornings that were missed, the last step alone is told. */
  async relancer(): Promise<void> {
    const aujourdhui = this.horloge.aujourdhui();
    const attendues = await this.base.lire<Attendue>('questions-attendues', ATTENDUES, [aujourdhui]);
    for (const attendue of attendues) {
      const actes = etapesDues(attendue, aujourdhui).filter(estUnActe);
      const dernier = actes.at(-1);
      if (dernier) await this.agir(attendue, actes, dernier);
    }
  }

  private agir(attendue: Attendue, actes: readonly Acte[], dernier: Acte): Promise<void> {
    const { contratId, id, numero, echeance, organisationId, ficheId } = attendue;
    return this.base.transaction(async (tx) => {
      const [[prise]] = await tx.query<[unknown[], number]>(prendre(actes), [contratId, id, echeance]);
      if (!prise) return;
      const pour: Annonce['pour'] =
        dernier === 'escalade'
          ? { roles: ['equipe'], referents: true }
          : await gensDuService(tx, contratId, organisationId);
      await this.notifications.annoncer(
        tx,
        { contratId, personneId: null },
        {
          sorte: 'question-echeance',
          evenement: `question/${id}/${dernier}/${echeance}`,
          titre: TITRES[dernier](`Question n°\u00A0${numero}`, formaterDate(echeance)),
          lien: `/participation/questions/${id}`,
          ...(ficheId && { ficheId }),
          pour,
          permission: 'participation.lire',
        },
      );
    });
  }
}
