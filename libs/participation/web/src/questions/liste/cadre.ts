import { computed, type Signal } from '@angular/core';
import { nomQpv } from '@pleniere/contrat/domain';
import type { OptionSaisie } from '@pleniere/shared/ui';
import type { QuestionsClient } from '../questions-client';
import { codeLisible } from '../../liens/code-lisible';

/** What a question may name, as the answers of a list. */
export interface CadreQuestions {
  quartiers: OptionSaisie[];
  organisations: OptionSaisie[];
  fiches: OptionSaisie[];
  /** Code of each fiche, by its id. */
  codes: ReadonlyMap<string, string>;
}

/** Reads what a question may name; call it from a field initialiser. */
export function cadreDesQuestions(client: QuestionsClient): Signal<CadreQuestions> {
  const quartiers = client.quartiers();
  const organisations = client.organisations();
  const tableau = client.fiches();
  return computed(() => {
    const fiches = tableau.hasValue() ? tableau.value().enjeux.flatMap((enjeu) => enjeu.fiches) : [];
    return {
      quartiers: (quartiers.hasValue() ? quartiers.value() : []).map((qpv) => ({
        valeur: qpv.code,
        libelle: nomQpv(qpv),
      })),
      organisations: (organisations.hasValue() ? organisations.value() : []).map(({ id, nom }) => ({
        valeur: id,
        libelle: nom,
      })),
      fiches: fiches.map(({ id, code, titre }) => ({ valeur: id, libelle: `${codeLisible(code)} – ${titre}` })),
      codes: new Map(fiches.map(({ id, code }) => [id, code])),
    };
  });
}
