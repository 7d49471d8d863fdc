import { LIMITES_FICHE } from '../../fiche/contenu';
import type { Destination } from './libelles';
import type { Brouillon } from '../passage';

function destinee(brouillon: Brouillon, destination: Destination): Brouillon {
  return { ...brouillon, destination, confiance: destination === 'non-place' ? 'faible' : 'moyenne' };
}

/** What a document says of itself above its title: its state, its date, its version. */
const DE_SERVICE =
  /^\s*(?:en vigueur|brouillon|version|document de travail|projet de fiche|mise? à jour|à jour|état au|dernière modification|validée? le|date\b)/iu;

function longueur({ debut, fin }: Brouillon): number {
  return fin - debut;
}

function voyante({ morceaux }: Brouillon): boolean {
  return morceaux.every(({ bloc }) => bloc.gras || bloc.sorte === 'titre');
}

/** The title among the unlabelled paragraphs: what follows the code said again, else what stands out, else the last one. */
function titreParmi(libres: readonly Brouillon[], codes: readonly Brouillon[]): Brouillon[] {
  const code = codes.length > 1 ? codes.at(-1) : undefined;
  if (code) {
    const suivants = libres.filter(({ debut }) => debut > code.debut);
    const voyants = suivants.filter(voyante);
    if (suivants.length > 0) return voyants.length > 0 ? voyants : suivants;
  }
  const premiere = libres.find(voyante);
  const dernier = libres.at(-1);
  return [premiere ?? dernier].filter((brouillon) => brouillon !== undefined);
}

/** Understands what stands above the first heading without any label: the title and the commitment sentence. */
export function destinerEntete(brouillons: readonly Brouillon[], texte: string): Brouillon[] {
  const enTete = (brouillon: Brouillon): boolean =>
    brouillon.destination === 'non-place' &&
    (brouillon.morceaux[0]?.etiquette === null || brouillon.morceaux[0]?.etiquette?.ligne === 'entete');
  const libres = brouillons.filter(
    (brouillon) => enTete(brouillon) && !DE_SERVICE.test(texte.slice(brouillon.debut, brouillon.fin)),
  );
  const avec = (destination: Destination): Brouillon[] =>
    brouillons.filter((brouillon) => brouillon.destination === destination);

  const titres = avec('titre').length > 0 ? [] : titreParmi(libres, avec('code'));
  let place: number = LIMITES_FICHE.titre;
  const retenus = titres.filter((titre) => (place -= longueur(titre)) >= 0);
  const [enjeu] = avec('enjeu');
  const reste = libres.filter((libre) => !retenus.includes(libre));
  const orientation =
    avec('orientation').length > 0 ? undefined : reste.find(({ debut }) => enjeu !== undefined && debut > enjeu.debut);
  return brouillons.map((brouillon) => {
    if (retenus.includes(brouillon)) return destinee(brouillon, 'titre');
    if (brouillon === orientation) return destinee(brouillon, 'orientation');
    return brouillon;
  });
}
