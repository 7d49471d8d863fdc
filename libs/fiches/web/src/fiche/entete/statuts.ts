import type { StatutFiche } from '@pleniere/fiches/domain';
import type { NomIcone, Ton } from '@pleniere/shared/ui';

/** Icon and tone of each statut of a fiche. */
export const SIGNES_STATUTS: Readonly<Record<StatutFiche, { icone: NomIcone; ton: Ton }>> = {
  brouillon: { icone: 'brouillon', ton: 'neutre' },
  relecture: { icone: 'relecture', ton: 'attention' },
  avis: { icone: 'avis', ton: 'attention' },
  'en-vigueur': { icone: 'en-vigueur', ton: 'succes' },
  archive: { icone: 'archive', ton: 'neutre' },
};
