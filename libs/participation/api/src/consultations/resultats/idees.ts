import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Idee, IdeeSaisie } from '@pleniere/participation/domain';
import { Base, enConflit, introuvable, perime, type ProblemeException, refuse } from '@pleniere/shared/api';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { exigerConsultation } from '../cycle/existence';
import { CREER_IDEE, ECRIRE_IDEE, IDEES, UNE_IDEE } from './idees.sql';

const CONTRAINTES: Readonly<Record<string, () => ProblemeException>> = {
  idee_titre: () =>
    refuse('L’idée n’a pas été enregistrée.', [{ pointer: '/titre', detail: 'Une autre idée porte déjà ce titre.' }]),
  idee_agenda: () =>
    refuse('L’idée n’a pas été enregistrée.', [
      { pointer: '/agendaRang', detail: 'Une autre idée tient déjà ce rang de l’agenda.' },
    ]),
};

/** Ideas: propositions that somebody grouped, and what the contrat decides of each, with its reason. */
@Injectable()
export class Idees {
  constructor(
    private readonly base: Base,
    private readonly journal: Journal,
  ) {}

  /** Those of the agenda citoyen first. */
  async lister(contratId: string, consultationId: string): Promise<Idee[]> {
    await exigerConsultation(this.base, contratId, consultationId);
    const [ligne] = await this.base.lire<{ reponse: Idee[] }>('idees', IDEES, [contratId, consultationId]);
    return ligne?.reponse ?? [];
  }

  async creer(acteur: Acteur, consultationId: string, saisie: IdeeSaisie): Promise<Idee> {
    verifier(saisie);
    await exigerConsultation(this.base, acteur.contratId, consultationId);
    return this.base.transaction(async (tx) => {
      const lignes = await traduire(() =>
        tx.query<{ id: string }[]>(CREER_IDEE, [acteur.contratId, consultationId, ...valeurs(saisie), acteur.fonction]),
      );
      const id = lignes[0]?.id ?? '';
      await this.journal.inscrire(tx, acteur, { objet: 'idee', objetId: id, apres: saisie });
      return (await relire(tx, acteur.contratId, id)).reponse;
    });
  }

  /** Changes an idea, or decides of it: a verdict has its reason, and one that is kept its fiche or its action. */
  modifier(acteur: Acteur, id: string, version: number, saisie: IdeeSaisie): Promise<Idee> {
    verifier(saisie);
    const { contratId } = acteur;
    return this.base.transaction(async (tx) => {
      const { reponse: avant } = await relire(tx, contratId, id);
      const [ecrites] = await traduire(() =>
        tx.query<[unknown[], number]>(ECRIRE_IDEE, [contratId, id, ...valeurs(saisie), acteur.fonction, version]),
      );
      if (ecrites.length === 0) throw perime((await relire(tx, contratId, id)).reponse);
      const { titre, verdict, motif, agendaRang } = avant;
      const trace = { objet: 'idee', objetId: id, avant: { titre, verdict, motif, agendaRang }, apres: saisie };
      await this.journal.inscrire(tx, acteur, trace);
      return (await relire(tx, contratId, id)).reponse;
    });
  }

  /** Deletes an idea that groups nothing. */
  supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    const { contratId } = acteur;
    return this.base.transaction(async (tx) => {
      const { reponse: avant } = await relire(tx, contratId, id);
      if (avant.propositions.length > 0)
        throw enConflit('Des propositions sont rattachées à cette idée : détachez-les d’abord.');
      const [, touchees] = await tx.query<[unknown, number]>(
        'delete from idee where contrat_id = $1 and id = $2 and version = $3',
        [contratId, id, version],
      );
      if (touchees === 0) throw perime((await relire(tx, contratId, id)).reponse);
      await this.journal.inscrire(tx, acteur, { objet: 'idee', objetId: id, avant: { titre: avant.titre } });
    });
  }
}

const valeurs = ({ titre, resume, enjeuId, verdict, motif, ficheId, actionId, agendaRang }: IdeeSaisie): unknown[] => [
  ...[titre, resume, enjeuId, verdict, motif, ficheId, actionId, agendaRang],
];

function verifier({ verdict, motif, ficheId, actionId }: IdeeSaisie): void {
  if (verdict !== null && motif === '') {
    throw refuse('La décision n’a pas été enregistrée.', [
      { pointer: '/motif', detail: 'Dites pourquoi : les habitants le liront.' },
    ]);
  }
  if (verdict === 'retenue' && ficheId === null && actionId === null) {
    throw refuse('La décision n’a pas été enregistrée.', [
      { pointer: '/ficheId', detail: 'Une idée retenue désigne la fiche ou l’action qui la porte.' },
    ]);
  }
}

async function traduire<T>(ecrire: () => Promise<T>): Promise<T> {
  try {
    return await ecrire();
  } catch (erreur) {
    const contrainte =
      erreur instanceof QueryFailedError ? (erreur.driverError as { constraint?: string }).constraint : undefined;
    const probleme = CONTRAINTES[contrainte ?? ''];
    throw probleme ? probleme() : erreur;
  }
}

async function relire(
  tx: EntityManager,
  contratId: string,
  id: string,
): Promise<{ reponse: Idee; consultationId: string }> {
  const [ligne] = await tx.query<{ reponse: Idee; consultationId: string }[]>(UNE_IDEE, [contratId, id]);
  if (!ligne) throw introuvable('Cette idée');
  return ligne;
}
