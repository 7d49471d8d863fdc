import { type ActeurCite, type Action, type ContenuFiche, LIGNES, REGISTRE } from '@pleniere/fiches/domain';
import type { Bloc, DocumentFiche } from '../document/document-fiche';
import { CONTEXTE_EXEMPLE, ficheLue, indicateurLu, valeurLue } from '../essai/fiche-lue-exemple';
import { composerDocument } from './composer-document';

const composer = (reste: Parameters<typeof ficheLue>[0] = {}) =>
  composerDocument(ficheLue(reste), CONTEXTE_EXEMPLE, '2026-11-22', { role: 'equipe' });
const ACTION: Action = {
  ...{ id: 'a', version: 1, code: 'T1.10-a', titre: 'Former les animateurs', description: '<p>Deux journées</p>' },
  ...{ pilote: 'Ville de Tours', echeance: '2026-06-30', statut: 'en-cours', niveauParticipation: 'concertation' },
  ...{ etapes: [{ id: 'e', libelle: 'Cahier des charges', faite: true }], refDauphin: '' },
};
const ecrit = (contenu: Partial<ContenuFiche>) => composer({ contenu });

function mots(bloc: Bloc): string[] {
  if (bloc.type === 'tableau') return [bloc.entetes, ...bloc.lignes].map((ligne) => ligne.join(' | '));
  const suites =
    bloc.type === 'paragraphe' ? [bloc.runs] : bloc.items.flatMap(({ runs, sousItems }) => [runs, ...sousItems]);
  return suites.map((runs) => runs.map(({ texte }) => texte).join(''));
}

/** What the right column of a row says, sub-labels included. */
function dits(document: DocumentFiche, label: string): string[] {
  const ligne = document.lignes.find((candidate) => candidate.label === label);
  const sections = ligne?.sections.flatMap(({ libelle, blocs }) => [
    ...(libelle ? [libelle] : []),
    ...blocs.flatMap(mots),
  ]);
  return (sections ?? []).map((dit) => dit.replaceAll('\u00A0', ' '));
}

const acteur = (libelle: string): ActeurCite => ({ organisationId: null, categorie: null, libelle });
const element = (texte: string) => ({ id: texte, texte });

describe('document of a fiche', () => {
  it('has every row of the official sheet, in its order and words, even when empty', () => {
    const officielles = LIGNES.filter(({ id }) => id !== 'entete' && id !== 'complements');
    expect(composer().lignes.map(({ label, sousLabel }) => [label, sousLabel])).toEqual(
      officielles.map(({ libelle, precision }) => [libelle, precision]),
    );
  });

  it('prints every field that can be written', () => {
    const marque = (id: string) => `marque-${id}`;
    const liste = (id: string) => [element(marque(id)), element('autre')];
    const contenu: ContenuFiche = {
      orientation: null,
      titre: marque('titre'),
      titreCourt: marque('titreCourt'),
      pilotes: [acteur(marque('pilotes'))],
      referents: [{ ...acteur(''), personneId: null, fonction: marque('referents') }],
      resultatsAttendus: liste('resultatsAttendus'),
      interetHabitants: liste('interetHabitants'),
      interetTerritoire: liste('interetTerritoire'),
      interetPartenaires: liste('interetPartenaires'),
      cadreQuand: { texte: marque('cadreQuand'), debut: null, fin: null, continu: false },
      cadreOu: { texte: marque('cadreOu'), portee: 'tous-qpv', qpv: [], communes: [] },
      cadreAvecQui: { texte: '', acteurs: [acteur(marque('cadreAvecQui'))] },
      cadreAvecQuoi: { texte: '', modalites: liste('cadreAvecQuoi') },
      publicCible: { texte: marque('publicCible'), publics: [] },
      contexte: marque('contexte'),
      facteursFavorables: liste('facteursFavorables'),
      facteursDefavorables: liste('facteursDefavorables'),
      planAction: [{ ...element(marque('planAction')), genre: 'etape' }],
      moyensHumains: [{ ...element(marque('moyensHumains')), etp: null }],
      moyensFinanciers: liste('moyensFinanciers'),
      lignesBudget: [
        {
          id: 'b',
          annee: 2025,
          financeur: marque('lignesBudget'),
          nature: 'droit-commun',
          prevu: 1,
          obtenu: null,
          realise: 0,
        },
      ],
      partenaires: [acteur(marque('partenaires'))],
      resumePublic: marque('resumePublic'),
      dispositifs: [marque('dispositifs')],
      p147: [marque('p147')],
      documents: [{ id: 'd', titre: marque('documents'), adresse: 'https://exemple.fr' }],
      sectionsSupplementaires: [{ id: 's', libelle: 'Ajout', texte: marque('sectionsSupplementaires') }],
    };
    const imprime = JSON.stringify(ecrit(contenu));
    const ecrits = REGISTRE.map(({ id }) => id).filter((id) => id in contenu && id !== 'orientation');
    expect(ecrits.filter((id) => !imprime.includes(marque(id)))).toEqual([]);
    expect(ecrits).toHaveLength(Object.keys(contenu).length - 1);
  });

  it('names the fiche as the sheet does', () => {
    expect(composer()).toMatchObject({
      code: 'T\u00A01.10',
      enjeu: { libelle: 'Enjeu transversal 1', intitule: 'Participation citoyenne' },
      orientation: 'Décider avec les habitants',
      statut: 'En vigueur',
      date: '2026-11-22',
    });
  });

  it('writes each part of a row under its own label, a single entry as a paragraph', () => {
    const document = ecrit({
      interetHabitants: [element('<p>Être entendu</p>')],
      interetTerritoire: [element('Un'), element('<strong>Deux</strong>')],
    });
    expect(dits(document, 'Intérêt(s) du projet')).toEqual([
      'Pour les habitants :',
      'Être entendu',
      'Pour le territoire :',
      'Un',
      'Deux',
      'Pour les partenaires :',
    ]);
  });

  it('writes a référent with the function and the organisation', () => {
    const referents = [{ ...acteur('Villes'), personneId: null, fonction: 'Référents politique de la ville' }];
    expect(dits(ecrit({ referents }), 'Référent du projet et des actions')).toEqual([
      'Référents politique de la ville (Villes)',
    ]);
  });

  it('says when and where in words when nobody wrote them', () => {
    const document = ecrit({
      cadreQuand: { texte: '', debut: '2024-01-01', fin: '2030-12-31', continu: true },
      cadreOu: { texte: '', portee: 'selection', qpv: ['QN03709M'], communes: ['37261'] },
    });
    const cadre = dits(document, 'Cadre');
    expect(cadre).toContain('En continu du 1er janvier 2024 au 31 décembre 2030');
    expect(cadre).toContain('Sanitas, Tours');
  });

  it('prints the budget in euros, a nought being a nought and an absence a dash', () => {
    const lignesBudget = [
      {
        id: 'b',
        annee: 2025,
        financeur: 'État',
        nature: 'credits-specifiques' as const,
        prevu: 4_200_050,
        obtenu: null,
        realise: 0,
      },
    ];
    const lignes = dits(ecrit({ lignesBudget }), 'Ressources et moyens à mobiliser');
    expect(lignes.at(-1)?.replaceAll('\u202F', ' ')).toBe('2025 | État | Crédits spécifiques | 42 000,5 € | – | 0 €');
  });

  it('names the action that a line of budget pays, and says nothing of one that is gone', () => {
    const ligne = {
      ...{ id: 'b', annee: 2025, financeur: 'État', nature: 'droit-commun' as const },
      ...{ prevu: 1_200, obtenu: null, realise: 0 },
    };
    const lignesBudget = [
      { ...ligne, actionId: ACTION.id },
      { ...ligne, id: 'c', actionId: null },
    ];
    const dites = (actions: Action[]) =>
      dits(composer({ contenu: { lignesBudget }, actions }), 'Ressources et moyens à mobiliser')
        .slice(-2)
        .map((dite) => dite.replace(/\s/g, ' '));
    expect(dites([ACTION])).toEqual([
      '2025 | État | Droit commun | T 1.10-a | 12 € | – | 0 €',
      '2025 | État | Droit commun | – | 12 € | – | 0 €',
    ]);
    expect(dites([])[0]).toBe('2025 | État | Droit commun | 12 € | – | 0 €');
  });
});

describe('indicators of a document', () => {
  const imprimer = (...indicateurs: Parameters<typeof indicateurLu>[0][]) =>
    composer({ indicateurs: indicateurs.map(indicateurLu) }).indicateurs;
  const textes = (serie: DocumentFiche['indicateurs'][number]['series'][number] | undefined) =>
    serie?.valeurs.slice(0, 4).map(({ texte }) => texte);

  it('adds quartiers up, keeps each one, and tells absences apart', () => {
    const valeurs = [
      valeurLue(2024, 'QN03709M', 30),
      valeurLue(2024, 'QN03702M', 21),
      valeurLue(2025, 'QN03709M', 0),
      valeurLue(2025, 'QN03702M', null),
    ];
    const [indicateur] = imprimer({ valeurs });
    expect(indicateur?.series.map(({ territoire }) => territoire)).toEqual([
      'Ensemble du contrat',
      'Rabière',
      'Sanitas',
    ]);
    expect(textes(indicateur?.series[0])).toEqual(['51', '0', 'non renseigné', 'à venir']);
    expect(textes(indicateur?.series[1])).toEqual(['21', 'non disponible', 'non renseigné', 'à venir']);
    expect(textes(indicateur?.series[2])).toEqual(['30', '0', 'non renseigné', 'à venir']);
  });

  it('says in one sentence the last value, its coverage, the reference and the target', () => {
    const [indicateur] = imprimer({ valeurs: [valeurLue(2025, 'QN03709M', 67)] });
    expect(indicateur?.phrase.replace(/[\u00A0\u202F]/g, ' ')).toBe(
      '67 rencontres en 2025 (1 QPV sur 2), contre 51 en 2024 (référence) : 23 % du chemin vers 121 en 2030.',
    );
    expect(indicateur?.progression.replaceAll('\u202F', ' ')).toBe('23 % du chemin');
  });

  it('adds nothing up that must not be', () => {
    const [indicateur] = imprimer({ agregation: 'aucune', valeurs: [valeurLue(2025, 'QN03709M', 67)] });
    expect(indicateur?.series.map(({ ensemble }) => ensemble)).toEqual([undefined, undefined]);
  });

  it('says that a year without a measure is not awaited', () => {
    const [indicateur] = imprimer({
      maille: 'contrat',
      periodicite: 'ponctuelle',
      anneesPonctuelles: [2024, 2027, 2030],
      valeurs: [valeurLue(2024, 'contrat', 3)],
    });
    expect(textes(indicateur?.series[0])).toEqual(['3', 'non mesuré', 'non mesuré', 'à venir']);
  });

  it('prints words as words, without a progression', () => {
    const modalites = [{ valeur: 'atelier', libelle: 'Ateliers' }];
    const [indicateur] = imprimer({
      nature: 'liste',
      sens: 'aucun',
      maille: 'contrat',
      modalites,
      valeurs: [valeurLue(2025, 'contrat', ['atelier'])],
    });
    expect(textes(indicateur?.series[0])).toEqual(['non renseigné', 'Ateliers', 'non renseigné', 'à venir']);
    expect(indicateur).toMatchObject({ progression: '', phrase: '1\u00A0réponse en 2025\u00A0: Ateliers.' });
  });
});

describe('follow-up in a document', () => {
  it('tells actions, late ones included, and déclinaisons year by year', () => {
    const document = composer({
      actions: [ACTION],
      declinaisons: [
        {
          id: 'd',
          version: 1,
          organisation: { id: 'o', nom: 'Tours' },
          qpvCode: 'QN03709M',
          referent: null,
          statutExecution: 'en-cours',
          meteo: 'nuage',
          meteoExplication: 'Poste vacant.',
          modaliteRetenue: '',
          recits: [
            { annee: 2026, faitsMarquants: 'B', freins: '', perspectives: '' },
            { annee: 2025, faitsMarquants: 'A', freins: 'C', perspectives: '' },
          ],
        },
      ],
    });
    expect(document.actions).toMatchObject([
      {
        code: 'T\u00A01.10-a',
        echeance: '30 juin 2026',
        statut: 'En cours – en retard',
        participation: 'Concertation',
      },
    ]);
    const [declinaison] = document.declinaisons;
    expect(declinaison).toMatchObject({
      territoire: 'Tours – Sanitas',
      statut: 'En cours',
      meteo: { explication: 'Poste vacant.' },
    });
    expect(declinaison?.recits.map(({ libelle, blocs }) => [libelle, ...blocs.flatMap(mots)])).toEqual([
      ['Faits marquants', '2025 – A', '2026 – B'],
      ['Freins', '2025 – C'],
    ]);
  });

  it('prints the avis of the State on the text that it shows, with what became of each point', () => {
    const point = { reponse: '', levePar: null, leveLe: null, statut: 'ouvert' } as const;
    const leve = {
      reponse: 'Ajouté.',
      levePar: 'Claire Vasseur',
      leveLe: '2026-11-18T09:20:00Z',
      statut: 'leve',
    } as const;
    const avis = {
      id: 'a',
      version: 1,
      revision: 2,
      auteur: 'Idriss Benkacem',
      fonction: 'Délégué du préfet',
      sens: 'a-completer',
      texte: 'Deux points.',
      renduLe: '2026-11-16T15:40:00Z',
      points: [
        { id: 'p1', champ: 'planAction', texte: 'Quand ?', ...point },
        { id: 'p2', champ: null, texte: 'Qui ?', ...leve },
      ],
    } as const;
    const lue = {
      revision: 2,
      avis: [
        { ...avis, points: [...avis.points] },
        { ...avis, revision: 1, points: [] },
      ],
    };
    const document = composer(lue);
    expect(document.statut).toBe('En vigueur (révision 2)');
    expect(document.avis).toMatchObject([
      { label: 'Avis à compléter', sousLabel: 'Idriss Benkacem, Délégué du préfet, le 16 novembre 2026' },
    ]);
    expect(document.avis[0]?.sections.flatMap(({ libelle, blocs }) => [libelle, ...blocs.flatMap(mots)])).toEqual([
      null,
      'Deux points.',
      'Sur «\u00A0Plan d’action\u00A0»',
      'Quand ?',
      'Point ouvert.',
      'Sur l’ensemble de la fiche',
      'Qui ?',
      'Point levé par Claire Vasseur le 18 novembre 2026. Ajouté.',
    ]);
  });
});
