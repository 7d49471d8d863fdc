import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type Candidature,
  type NouvelleSaisie,
  type PorteeProjet,
  refusJourNouvelle,
} from '@pleniere/participation/domain';
import { Base, enConflit, introuvable, perime, refuse } from '@pleniere/shared/api';
import { jourDeParis } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { relireAppel } from '../suites/appels';
import { AJOUTER_NOUVELLE, APPEL_DU_PROJET, CORRIGEABLE, PORTER, TENIR_PROJET } from './projets.sql';

/** The plan of projects: laureates, what is told of each as it goes, and the fiche and the action that carry it. */
@Injectable()
export class Projets {
  constructor(
    private readonly base: Base,
    private readonly journal: Journal,
  ) {}

  /** Tells how far a project is, or corrects what was told; nothing is rewritten. */
  raconter(acteur: Acteur, id: string, version: number, saisie: NouvelleSaisie): Promise<Candidature> {
    const refus = refusJourNouvelle(saisie.le, jourDeParis());
    if (refus !== null) throw refuse('La nouvelle n’a pas été enregistrée.', [{ pointer: '/le', detail: refus }]);
    const { le, avancement, texte, corrige } = saisie;
    return this.ecrire(acteur, id, version, saisie, async (tx) => {
      const cle = [acteur.contratId, id];
      if (corrige !== null && (await tx.query<unknown[]>(CORRIGEABLE, [...cle, corrige])).length === 0)
        throw enConflit('Cette nouvelle a déjà été corrigée\u00A0: rechargez la page.');
      await tx.query(AJOUTER_NOUVELLE, [...cle, le, avancement, texte, corrige, acteur.fonction]);
    });
  }

  /** Says which fiche, and which of its actions, carries a project. */
  porter(acteur: Acteur, id: string, version: number, portee: PorteeProjet): Promise<Candidature> {
    return this.ecrire(acteur, id, version, portee, async (tx) => {
      const { ficheId, actionId } = portee;
      const [portes] = await tx.query<[unknown[], number]>(PORTER, [acteur.contratId, id, ficheId, actionId]);
      if (portes.length === 0)
        throw refuse('Le projet n’a pas été relié\u00A0: cette action n’est pas de cette fiche.');
    });
  }

  private ecrire(
    acteur: Acteur,
    id: string,
    version: number,
    apres: object,
    travail: (tx: EntityManager) => Promise<void>,
  ): Promise<Candidature> {
    const { contratId } = acteur;
    return this.base.transaction(async (tx) => {
      const [tenus] = await tx.query<[{ appelId: string }[], number]>(TENIR_PROJET, [contratId, id, version]);
      const [projet] =
        tenus.length > 0 ? tenus : await tx.query<{ appelId: string }[]>(APPEL_DU_PROJET, [contratId, id]);
      if (!projet) throw introuvable('Ce projet lauréat');
      if (tenus.length === 0) throw perime(await relire(tx, contratId, projet.appelId, id));
      await travail(tx);
      await this.journal.inscrire(tx, acteur, { objet: 'projet', objetId: id, apres });
      return relire(tx, contratId, projet.appelId, id);
    });
  }
}

async function relire(tx: EntityManager, contratId: string, appelId: string, id: string): Promise<Candidature> {
  const { candidatures } = await relireAppel(tx, contratId, appelId);
  const projet = candidatures.find((une) => une.id === id);
  if (!projet) throw introuvable('Ce projet lauréat');
  return projet;
}
