import { type ConsultationPublique, LONGUEURS_PAROLES, type PropositionProche } from '@pleniere/participation/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../../cadre/cadre';
import { DireRefus, Ligne, Zone } from '../../formulaires/champs';
import type { Refus } from '../../formulaires/refus';
import { Lignes, Section } from '../../gabarit/elements';
import { Page } from '../../gabarit/page';
import { VersConsultation } from '../lecture/vers-consultation';

/** What was typed of a proposition, as it was typed. */
export interface PropositionTapee {
  texte: string;
  prenom: string;
  email: string;
}

interface Donnees {
  cadre: CadreDuSite;
  consultation: ConsultationPublique;
  tapee: PropositionTapee;
  refus: Refus | null;
  /** Those that look like it, so that one may vote rather than say it again. */
  proches: readonly Pick<PropositionProche, 'id' | 'texte' | 'opposee'>[];
}

/** Proposes, in one sentence; what was typed stays, whatever happens. */
export function PageProposer({ cadre, consultation, tapee, refus, proches }: Donnees): JSX.Element {
  const { id, question, charte, peutProposer } = consultation;
  const aRelire = proches.length > 0;
  return (
    <Page
      titre={refus || aRelire ? 'À relire : proposer une idée' : 'Proposer une idée'}
      cadre={cadre}
      lieu="consultations"
      script
    >
      <div class="grande-pile etroite">
        <header class="pile">
          <VersConsultation cadre={cadre} consultation={consultation} />
          <h1>Proposer une idée</h1>
          <p class="chapeau">{question}</p>
        </header>
        {!peutProposer && (
          <p class="avis">Les propositions ne sont pas ouvertes en ce moment. Vous pouvez lire celles des autres.</p>
        )}
        <DireRefus refus={refus} />
        {aRelire && <Proches cadre={cadre} consultation={consultation} proches={proches} />}
        <form method="post" action={chemin(cadre, 'consultations', id, 'proposer')} noValidate class="pile formulaire">
          <Zone
            nom="texte"
            libelle="Votre proposition"
            aide={`De ${LONGUEURS_PAROLES.propositionMin} à ${LONGUEURS_PAROLES.proposition} caractères, une seule idée, sans désigner personne.`}
            valeur={tapee.texte}
            max={LONGUEURS_PAROLES.proposition}
            lignes={3}
            refus={refus}
          />
          <Ligne
            nom="prenom"
            libelle="Votre prénom (facultatif)"
            aide="Il sera écrit à côté de la proposition."
            autocomplete="given-name"
            valeur={tapee.prenom}
            max={40}
            refus={refus}
          />
          <Ligne
            nom="email"
            type="email"
            libelle="Adresse électronique (facultatif)"
            aide="Pour savoir ce que devient votre proposition, et pour rien d’autre."
            autocomplete="email"
            valeur={tapee.email}
            max={254}
            refus={refus}
          />
          {aRelire && <input type="hidden" name="confirme" value="oui" />}
          <p class="boutons">
            <button type="submit">{aRelire ? 'Envoyer quand même la mienne' : 'Envoyer ma proposition'}</button>
          </p>
          <p class="aide">
            Elle est relue sous 48 heures. Seule l’orthographe peut être corrigée ; un refus dit toujours son motif, et
            peut être contesté.
          </p>
        </form>
        {charte && (
          <details>
            <summary>La règle du jeu</summary>
            <Lignes texte={charte} />
          </details>
        )}
      </div>
    </Page>
  );
}

function Proches({ cadre, consultation, proches }: Pick<Donnees, 'cadre' | 'consultation' | 'proches'>): JSX.Element {
  return (
    <Section titre="Quelqu’un l’a peut-être déjà dit" id="proches">
      <p>Votre proposition n’est pas encore envoyée. Si l’une de celles-ci dit la même chose, votez pour elle.</p>
      <ul class="lignes">
        {proches.map(({ id, texte, opposee }) => (
          <li key={id} class="pile-serree">
            <p class="parole">{texte}</p>
            {opposee && <p class="puce retard">Semble demander le contraire</p>}
            <p>
              <a
                class="bouton second petit"
                href={chemin(cadre, 'consultations', consultation.id, 'propositions', id)}
                aria-label={`Voter pour celle-ci : ${texte}`}
              >
                Voter pour celle-ci
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
