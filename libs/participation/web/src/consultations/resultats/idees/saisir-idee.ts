import { computed, type Signal } from '@angular/core';
import type { Idee, IdeeSaisie } from '@pleniere/participation/domain';
import type { DemandeSaisie, OptionSaisie } from '@pleniere/shared/ui';
import type { ConsultationsClient } from '../../client/consultations-client';
import type { SuitesClient } from '../../client/suites-client';
import { codeLisible } from '../../../liens/code-lisible';

/** What an idea may name. */
export interface CadreIdees {
  enjeux: OptionSaisie[];
  fiches: OptionSaisie[];
  /** Code of each fiche, by its id. */
  codes: ReadonlyMap<string, string>;
}

/** Reads what an idea may name; call it from a field initialiser. */
export function cadreDesIdees(client: ConsultationsClient): Signal<CadreIdees> {
  const [enjeux, tableau] = [client.enjeux(), client.fiches()];
  return computed(() => {
    const fiches = tableau.hasValue() ? tableau.value().enjeux.flatMap((enjeu) => enjeu.fiches) : [];
    return {
      enjeux: (enjeux.hasValue() ? enjeux.value() : []).map(({ id, intitule }) => ({ valeur: id, libelle: intitule })),
      fiches: fiches.map(({ id, code, titre }) => ({ valeur: id, libelle: `${codeLisible(code)} – ${titre}` })),
      codes: new Map(fiches.map(({ id, code }) => [id, code])),
    };
  });
}

const VIDE: IdeeSaisie = {
  ...{
    titre: '',
    resume: '',
    enjeuId: null,
    verdict: null,
    motif: '',
    ficheId: null,
    actionId: null,
    agendaRang: null,
  },
};

/** What is typed of an idea as it stands. */
export function saisieDe({ titre, resume, enjeu, verdict, motif, fiche, action, agendaRang }: Idee): IdeeSaisie {
  return {
    ...{ titre, resume, verdict, motif, agendaRang },
    ...{ enjeuId: enjeu?.id ?? null, ficheId: fiche?.id ?? null, actionId: action?.id ?? null },
  };
}

type Formulaire = Record<'titre' | 'resume' | 'enjeuId', string | null>;

const formulaireDe = ({ titre, resume, enjeuId }: IdeeSaisie): Formulaire => ({ titre, resume, enjeuId });

/** The form of an idea: what it is called, and the enjeu of the contrat it falls on. */
export function saisieIdee(
  client: SuitesClient,
  { enjeux }: CadreIdees,
  consultationId: string,
  idee: Idee | null,
): DemandeSaisie<Formulaire, Idee> {
  const avant = idee ? saisieDe(idee) : VIDE;
  return {
    titre: idee ? 'Titre et thème de l’idée' : 'Nouvelle idée',
    action: 'Enregistrer',
    champs: [
      { cle: 'titre', type: 'texte', max: 140, libelle: 'Titre', requis: 'Donnez un titre à l’idée.' },
      { cle: 'resume', type: 'texte', lignes: 3, max: 2000, libelle: 'En une phrase ou deux' },
      {
        cle: 'enjeuId',
        type: 'choix',
        libelle: 'Thème\u00A0: enjeu du contrat',
        aide: 'L’idée tombe ainsi sur les fiches de cet enjeu.',
        options: enjeux,
      },
    ],
    valeur: formulaireDe(avant),
    ...(idee && { version: idee.version }),
    lire: (lue) => formulaireDe(saisieDe(lue)),
    enregistrer: ({ titre, resume, enjeuId }, version) => {
      const saisie = { ...avant, titre: titre ?? '', resume: resume ?? '', enjeuId };
      return idee ? client.modifierIdee({ id: idee.id, version }, saisie) : client.creerIdee(consultationId, saisie);
    },
  };
}
