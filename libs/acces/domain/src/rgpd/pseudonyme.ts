import type { Role } from '../roles';

const FONCTIONS: Readonly<Record<Role, string>> = {
  equipe: 'Équipe du contrat de ville',
  referent: 'Référent',
  delegue: 'Délégué du préfet',
  contributeur: 'Contributeur',
  lecteur: 'Lecteur',
};

/** Under what label somebody who is erased still signs: their part and their organisation, « Référent, Ville de Tours ». */
export function libellePseudonyme(mandat: { role: Role; organisation: string } | null): string {
  return mandat ? `${FONCTIONS[mandat.role]}, ${mandat.organisation}` : 'Personne effacée';
}
