import type { FaitCompte, SorteFait } from '@pleniere/indicateurs/domain';
import type {
  FaitAction,
  FaitConsultation,
  FaitContribution,
  FaitFinancement,
  FaitLien,
  FaitParticipant,
  FaitQuestion,
  FaitRessenti,
  FaitSeance,
  SorteSource,
} from '@pleniere/participation/domain';
import { formaterDate, formaterNombre, INSECABLE } from '@pleniere/shared/domain';
import { ACTIONS, CONSULTATIONS, FINANCEMENTS, LIENS, PARTICIPANTS, QUESTIONS, RESSENTIS, SEANCES } from './faits.sql';

/** Reads rows by a statement that has a name: in a transaction, or prepared. */
export type Lire = <T extends object>(nom: string, texte: string, valeurs: unknown[]) => Promise<T[]>;

type Nommee<T> = T & { nom: string };
type LigneLien = FaitLien &
  Omit<FaitContribution, 'id' | 'cibleSorte' | 'recueLe'> & {
    nom: string;
    cible: string;
    sourceSorte: SorteSource;
    sourceId: string;
    consultationId: string | null;
  };

const LECTURES = { SEANCES, RESSENTIS, CONSULTATIONS, PARTICIPANTS, QUESTIONS, ACTIONS, FINANCEMENTS, LIENS } as const;

const adresseDeConsultation = (id: string | null) => `/participation/consultations/${id}`;
const ADRESSES: Readonly<Record<SorteSource, (ligne: LigneLien) => string>> = {
  question: ({ sourceId }) => `/participation/questions/${sourceId}`,
  seance: ({ sourceId }) => `/participation/seances/${sourceId}`,
  idee: ({ consultationId }) => adresseDeConsultation(consultationId),
  proposition: ({ consultationId }) => adresseDeConsultation(consultationId),
};

/**
 * Facts of a contrat, each kind read once. What a fact is shown by is kept apart: a name that is corrected changes no
 * value, and no fingerprint.
 */
export class Faits {
  private readonly lues = new Map<string, Promise<unknown[]>>();
  private readonly montres = new Map<string, FaitCompte>();

  constructor(
    private readonly demander: Lire,
    private readonly contratId: string,
  ) {}

  async seances(): Promise<FaitSeance[]> {
    const lues = await this.lire<Nommee<FaitSeance>>('SEANCES');
    return lues.map(({ nom, ...fait }) =>
      this.montrer(fait, 'seance', direSeance(nom, fait.date), `/participation/seances/${fait.id}`),
    );
  }

  async ressentis(): Promise<FaitRessenti[]> {
    const lues = await this.lire<Nommee<FaitRessenti>>('RESSENTIS');
    return lues.map(({ nom, ...fait }) =>
      this.montrer(fait, 'seance', direSeance(nom, fait.date), `/participation/seances/${fait.id}`),
    );
  }

  async consultations(): Promise<FaitConsultation[]> {
    const lues = await this.lire<Nommee<FaitConsultation>>('CONSULTATIONS');
    return lues.map(({ nom, ...fait }) => this.montrer(fait, 'consultation', nom, adresseDeConsultation(fait.id)));
  }

  /** People are shown by the consultation that they took part in: nothing kept leads back to one of them. */
  async participants(): Promise<FaitParticipant[]> {
    const consultations = new Map(
      (await this.lire<Nommee<FaitConsultation>>('CONSULTATIONS')).map(({ id, nom }) => [id, nom]),
    );
    const lues = await this.lire<FaitParticipant & { consultationId: string }>('PARTICIPANTS');
    return lues.map(({ consultationId, ...fait }) => {
      const nom = consultations.get(consultationId) ?? 'Consultation';
      return this.montrer(fait, 'consultation', nom, adresseDeConsultation(consultationId));
    });
  }

  async questions(): Promise<FaitQuestion[]> {
    const lues = await this.lire<FaitQuestion & { numero: number }>('QUESTIONS');
    return lues.map(({ numero, ...fait }) =>
      this.montrer(fait, 'question', `Question n°${INSECABLE}${numero}`, `/participation/questions/${fait.id}`),
    );
  }

  async actions(): Promise<FaitAction[]> {
    const lues = await this.lire<Nommee<FaitAction> & { code: string }>('ACTIONS');
    return lues.map(({ nom, code, ...fait }) => this.montrer(fait, 'action', nom, `/fiches/${code}`));
  }

  async financements(): Promise<FaitFinancement[]> {
    const lues = await this.lire<Nommee<FaitFinancement> & { code: string; par: string }>('FINANCEMENTS');
    return lues.map(({ nom, code, par, ...fait }) =>
      this.montrer(fait, 'budget', direFinancement(fait, `${par} → ${nom}`), `/fiches/${code}`),
    );
  }

  async liens(): Promise<FaitLien[]> {
    const lues = await this.lire<LigneLien>('LIENS');
    return lues.map((ligne) => {
      const { id, cibleSorte, cibleId, etape, date, qpvCode, source } = ligne;
      return this.montrerLien({ id, cibleSorte, cibleId, etape, date, qpvCode, source }, ligne);
    });
  }

  async contributions(): Promise<FaitContribution[]> {
    const lues = await this.lire<LigneLien>('LIENS');
    return lues.map((ligne) => {
      const { id, cibleSorte, cibleId, qpvCode, date, suite, motif, decideeLe, revisionId, actionCreeeId, changeeLe } =
        ligne;
      const issue = { suite, motif, decideeLe, revisionId, actionCreeeId, changeeLe };
      return this.montrerLien({ id, cibleSorte, cibleId, qpvCode, recueLe: date, ...issue }, ligne);
    });
  }

  /** What the facts of these ids are shown by, each once, by name. */
  nommer(ids: readonly string[]): FaitCompte[] {
    const choisis = new Map(
      ids.flatMap((id) => {
        const montre = this.montres.get(id);
        return montre ? [[`${montre.adresse}/${montre.libelle}`, montre] as const] : [];
      }),
    );
    return [...choisis.values()].sort((a, b) => a.libelle.localeCompare(b.libelle, 'fr', { numeric: true }));
  }

  private montrer<T extends { id: string }>(fait: T, sorte: SorteFait, libelle: string, adresse: string): T {
    this.montres.set(fait.id, { sorte, libelle, adresse });
    return fait;
  }

  private montrerLien<T extends { id: string }>(fait: T, ligne: LigneLien): T {
    return this.montrer(fait, ligne.sourceSorte, `${ligne.nom} → ${ligne.cible}`, ADRESSES[ligne.sourceSorte](ligne));
  }

  private lire<T>(sorte: keyof typeof LECTURES): Promise<T[]> {
    const connue = this.lues.get(sorte) ?? this.interroger<T>(sorte);
    this.lues.set(sorte, connue);
    return connue as Promise<T[]>;
  }

  private async interroger<T>(sorte: keyof typeof LECTURES): Promise<T[]> {
    const nom = `faits-${sorte.toLowerCase()}`;
    const [ligne] = await this.demander<{ reponse: T[] }>(nom, LECTURES[sorte], [this.contratId]);
    return ligne?.reponse ?? [];
  }
}

const enEuros = (centimes: number | null): string =>
  centimes === null ? 'inconnu' : `${formaterNombre(centimes / 100)}${INSECABLE}€`;

const direFinancement = ({ annee, obtenuCentimes, realiseCentimes }: FaitFinancement, objet: string): string =>
  `${annee}, ${objet}${INSECABLE}: obtenu ${enEuros(obtenuCentimes)}, réalisé ${enEuros(realiseCentimes)}`;

const direSeance = (espace: string, date: string): string => `${espace}, ${formaterDate(date)}`;
