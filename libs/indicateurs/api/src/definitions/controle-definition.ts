import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import {
  BIBLIOTHEQUE,
  type Indicateur,
  type IndicateurSaisie,
  refusDePonderation,
  valeursEcartees,
  verifierDefinition,
} from '@pleniere/indicateurs/domain';
import { enConflit, refuse } from '@pleniere/shared/api';
import { accorder, type ErreurDeChamp, type Refus } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { type CadreDefinition, IndicateursRepository } from './indicateurs.repository';

const EST_UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a definition is judged against: its own rules, the contrat, and the values that it already bears. */
@Injectable()
export class ControleDefinition {
  constructor(private readonly repository: IndicateursRepository) {}

  /** Throws 422 with every field at fault, the ids of another contrat among them. */
  async verifier(
    tx: EntityManager,
    { contratId }: Acteur,
    saisie: IndicateurSaisie & Partial<Pick<Indicateur, 'id'>>,
  ): Promise<void> {
    const cadre = await this.repository.cadre(tx, contratId, saisie);
    const { ficheConnue, responsableConnu, ponderation, ...periode } = cadre;
    const erreurs: ErreurDeChamp[] = verifierDefinition(saisie, periode);
    if (!ficheConnue) erreurs.push({ pointer: '/ficheId', detail: 'Cette fiche n’existe pas dans ce contrat.' });
    if (!responsableConnu) {
      erreurs.push({ pointer: '/responsableId', detail: 'Cette organisation n’existe pas dans ce contrat.' });
    }
    const refusDuPoids = refuserPoids(saisie, ponderation);
    if (refusDuPoids) erreurs.push({ pointer: '/ponderationId', detail: refusDuPoids });
    if (erreurs.length > 0) throw refuse('Corrigez les champs signalés ; rien n’a été enregistré.', erreurs);
  }

  /** Throws 409 when the indicator bears values, absences included. */
  async refuserSiValeurs(tx: EntityManager, { contratId }: Acteur, id: string, suite: string): Promise<void> {
    const nombre = await this.repository.nombreDeValeurs(tx, contratId, id);
    if (nombre > 0) throw enConflit(`Cet indicateur porte ${accorder(nombre, 'valeur')}\u00A0: ${suite}.`);
  }

  /** Throws 409 when figures stand on a meaning that would change without a word about them. */
  async refuserSansChoix(tx: EntityManager, { contratId }: Acteur, id: string): Promise<void> {
    const nombre = await this.repository.nombreDeChiffres(tx, contratId, id);
    if (nombre === 0) return;
    throw enConflit(
      `Cet indicateur porte ${accorder(nombre, 'valeur')}\u00A0: dites si vous corrigez la rédaction, ou si une nouvelle définition commence une année donnée.`,
    );
  }

  /** Words of the journal for a copied definition. */
  async direOrigine(tx: EntityManager, acteur: Acteur, origine: string): Promise<string> {
    const modele = BIBLIOTHEQUE.find(({ cle }) => cle === origine);
    if (modele) return `Copié de la bibliothèque\u00A0: «\u00A0${modele.libelle}\u00A0»`;
    const copie = EST_UUID.test(origine) ? await this.repository.origine(tx, acteur, origine) : null;
    if (!copie) {
      const detail = 'Le modèle copié n’existe pas.';
      throw refuse(detail, [{ pointer: '/origine', detail }]);
    }
    return `Copié de «\u00A0${copie.libelle}\u00A0»${copie.fiche ? `, fiche ${copie.fiche}` : ''}`;
  }

  /** Throws 409 when recorded values would not fit the definition any more. */
  async refuserSiEcartees(tx: EntityManager, { contratId }: Acteur, cible: Indicateur): Promise<void> {
    const { length } = valeursEcartees(await this.repository.valeurs(tx, contratId, cible.id), cible);
    if (length === 0) return;
    const verbe = length < 2 ? 'ne suivrait' : 'ne suivraient';
    const valeurs = accorder(length, 'valeur enregistrée', 'valeurs enregistrées');
    throw enConflit(`${valeurs} ${verbe} plus cette définition\u00A0: corrigez d’abord les valeurs.`);
  }
}

function refuserPoids(
  saisie: IndicateurSaisie & Partial<Pick<Indicateur, 'id'>>,
  ponderation: CadreDefinition['ponderation'],
): Refus {
  if (saisie.ponderationId === null) return null;
  if (saisie.ponderationId === saisie.id) return 'Un indicateur ne se pondère pas lui-même.';
  return ponderation ? refusDePonderation(ponderation, saisie) : 'Cet indicateur n’existe pas dans ce contrat.';
}
