import { completude, type ChampId } from '@pleniere/fiches/domain';
import { id } from '../../identifiants';
import type { ContratDemo, FicheDemo } from '../../modele';
import type { AvisDemo, CircuitDemo } from '../../modele/circuits';
import { rediger } from '../../redaction';
import { cleDe, etats, lignesReferences, personneDe } from '../fiches';
import type { Ligne, Lot } from '../insertion';

const circuitDe = ({ circuits = {} }: ContratDemo, { code }: FicheDemo): CircuitDemo => circuits[code] ?? {};

const SANS_DATE = {
  soumise_le: null,
  soumise_par: null,
  transmise_le: null,
  transmise_par: null,
  avis_echeance: null,
  correction: null,
  en_vigueur_le: null,
  en_vigueur_par: null,
  contenu: null,
  champs: null,
  champs_remplis: null,
  document: null,
};

/** The day and the author of a step; the signature of the contrat when nobody told. */
function passage(demo: ContratDemo, fiche: FicheDemo, vers: string): { le: string | null; par: string | null } {
  const passe = fiche.passages?.find((candidat) => candidat.vers === vers);
  const retouches = (fiche.retouches ?? []).map(({ quand }) => quand);
  const le = [passe?.quand ?? `${demo.contrat.signeLe}T12:00:00Z`, fiche.redigeeLe, ...retouches].sort().at(-1) ?? null;
  return { le, par: personneDe(demo, passe?.auteur ?? fiche.auteur).nom };
}

function premiere(demo: ContratDemo, fiche: FicheDemo): Ligne {
  const cle = { contrat_id: id(`${demo.cle}/contrat`), fiche_id: id(cleDe(demo, fiche)), numero: 1 };
  const ouverte = { ouverte_le: fiche.redigeeLe, ouverte_par: personneDe(demo, fiche.auteur).nom };
  const base = { ...cle, ...ouverte, cause_sorte: 'initiale', cause_texte: '', ...SANS_DATE };
  if (fiche.statut === 'brouillon') return base;
  const soumise = passage(demo, fiche, 'relecture');
  if (fiche.statut === 'relecture') return { ...base, soumise_le: soumise.le, soumise_par: soumise.par };
  const { le, par } = passage(demo, fiche, 'en-vigueur');
  const contenu = rediger(demo, cleDe(demo, fiche), fiche.redaction);
  const champs = etats(demo, fiche, Object.keys(contenu) as ChampId[]);
  const remplis = completude(contenu, []).remplis;
  return { ...base, en_vigueur_le: le, en_vigueur_par: par, contenu, champs, champs_remplis: remplis, document: '' };
}

function seconde(demo: ContratDemo, fiche: FicheDemo): Ligne[] {
  const { revision } = circuitDe(demo, fiche);
  if (!revision) return [];
  const { correction, transmiseLe = null } = revision;
  const auteur = personneDe(demo, revision.auteur).nom;
  return [
    {
      ...SANS_DATE,
      contrat_id: id(`${demo.cle}/contrat`),
      fiche_id: id(cleDe(demo, fiche)),
      numero: 2,
      ouverte_le: revision.ouverteLe,
      ouverte_par: auteur,
      cause_sorte: revision.cause.sorte,
      cause_texte: revision.cause.texte,
      soumise_le: revision.soumiseLe,
      soumise_par: auteur,
      transmise_le: transmiseLe,
      transmise_par: transmiseLe && personneDe(demo, 'claire').nom,
      avis_echeance: revision.avisEcheance ?? null,
      correction: correction
        ? {
            motif: correction.motif,
            destinataire: { id: id(`${demo.cle}/personne/${revision.auteur}`), nom: auteur },
            par: personneDe(demo, correction.par).nom,
            le: correction.le,
          }
        : null,
    },
  ];
}

function ligneAvis(demo: ContratDemo, fiche: FicheDemo, avis: AvisDemo): Ligne {
  const cle = `${cleDe(demo, fiche)}/avis/${avis.revision}`;
  const { nom, fonction } = personneDe(demo, avis.auteur);
  return {
    contrat_id: id(`${demo.cle}/contrat`),
    id: id(cle),
    version: 1 + avis.points.length,
    fiche_id: id(cleDe(demo, fiche)),
    revision: avis.revision,
    personne_id: id(`${demo.cle}/personne/${avis.auteur}`),
    auteur: nom,
    fonction,
    sens: avis.sens,
    texte: avis.texte,
    points: avis.points.map(({ champ, texte, reponse = '', par, le = null }, rang) => ({
      id: id(`${cle}/${rang + 1}`),
      champ,
      texte,
      statut: par ? 'leve' : 'ouvert',
      reponse,
      levePar: par ? personneDe(demo, par).nom : null,
      leveLe: le,
    })),
    rendu_le: avis.quand,
  };
}

/** Rows of the revisions of the fiches, of the avis of the State, and of what fiches became. */
export function lotsDesRevisions(demo: ContratDemo): Lot[] {
  const contrat_id = id(`${demo.cle}/contrat`);
  const remplacees = demo.fiches.filter((fiche) => circuitDe(demo, fiche).revision);
  return [
    ['revision', demo.fiches.flatMap((fiche) => [premiere(demo, fiche), ...seconde(demo, fiche)])],
    [
      'revision_reference',
      remplacees.flatMap((fiche) => lignesReferences(demo, fiche, rediger(demo, cleDe(demo, fiche), fiche.redaction))),
    ],
    [
      'avis',
      demo.fiches.flatMap((fiche) => (circuitDe(demo, fiche).avis ?? []).map((avis) => ligneAvis(demo, fiche, avis))),
    ],
    [
      'fiche_filiation',
      demo.fiches.flatMap((fiche) =>
        (circuitDe(demo, fiche).suites ?? []).map((code) => ({
          contrat_id,
          de: id(cleDe(demo, fiche)),
          vers: id(`${demo.cle}/${code}`),
          sorte: 'scindee',
        })),
      ),
    ],
  ];
}
