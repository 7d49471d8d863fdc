import { type ConsultationPublique, LIBELLES_EXIGENCES, LIBELLES_MOTIFS_REFUS } from '@pleniere/participation/domain';
import { accorder, formaterNombre } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../../cadre/cadre';
import { Chiffre, Instant, Jour, Lignes, Retour, Section } from '../../gabarit/elements';
import { Page } from '../../gabarit/page';
import { direPhase, LIBELLES_DATES } from './mots';

interface Donnees {
  cadre: CadreDuSite;
  consultation: ConsultationPublique;
}

/** One consultation: its question, why, until when, who answers, and what one can do now. */
export function PageConsultation({ cadre, consultation }: Donnees): JSX.Element {
  const { question, description, motif, charte, mentionRgpd } = consultation;
  return (
    <Page
      titre={question}
      cadre={cadre}
      lieu="consultations"
      ici={['consultations', consultation.id]}
      description={description.slice(0, 200) || question}
    >
      <article class="grande-pile">
        <header class="pile">
          <Retour cadre={cadre} lieu="consultations">
            Toutes les consultations
          </Retour>
          <p class="discret">{direPhase(consultation)}</p>
          <h1>{question}</h1>
          {motif && <p class="avis">{motif}</p>}
          <Gestes cadre={cadre} consultation={consultation} />
        </header>
        <Ampleur consultation={consultation} />
        {description && (
          <Section titre="Pourquoi cette question" id="pourquoi">
            <Lignes texte={description} />
          </Section>
        )}
        <Calendrier consultation={consultation} />
        <Lieux cadre={cadre} consultation={consultation} />
        <Engagements cadre={cadre} consultation={consultation} />
        {charte && (
          <Section titre="La règle du jeu" id="charte">
            <Lignes texte={charte} />
            <Refusees consultation={consultation} />
          </Section>
        )}
        {mentionRgpd && (
          <Section titre="Ce qui est gardé de vous" id="donnees">
            <Lignes texte={mentionRgpd} />
            <p>
              <a href={chemin(cadre, 'vos-donnees')}>En savoir plus</a>
            </p>
          </Section>
        )}
      </article>
    </Page>
  );
}

type Partie = Pick<Donnees, 'cadre' | 'consultation'>;

function Gestes({ cadre, consultation }: Partie): JSX.Element {
  const { id, peutVoter, peutProposer, restituee, compteurs } = consultation;
  const vers = (...suite: string[]) => chemin(cadre, 'consultations', id, ...suite);
  return (
    <p class="boutons ecran">
      {peutVoter && (
        <a class="bouton" href={vers('voter')}>
          Donner mon avis
        </a>
      )}
      {restituee && (
        <a class="bouton" href={vers('resultats')}>
          Lire les résultats
        </a>
      )}
      {peutProposer && (
        <a class="bouton second" href={vers('proposer')}>
          Proposer une idée
        </a>
      )}
      {compteurs.propositions > 0 && <a href={vers('propositions')}>Toutes les propositions</a>}
      <a href={vers('mes-contributions')}>Mes contributions</a>
    </p>
  );
}

function Lieux({ cadre, consultation: { touteLaVille, quartiers } }: Partie): JSX.Element | null {
  if (!touteLaVille && quartiers.length === 0) return null;
  return (
    <Section titre="Dans quels quartiers" id="quartiers">
      {touteLaVille ? (
        <p>Dans tous les quartiers.</p>
      ) : (
        <ul class="puces">
          {quartiers.map(({ code, libelle }) => (
            <li key={code}>
              <a href={chemin(cadre, 'quartiers', code)}>{libelle}</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Ampleur({ consultation }: Pick<Donnees, 'consultation'>): JSX.Element {
  const { compteurs, objectifParticipants, exigence } = consultation;
  const objectif = objectifParticipants === null ? '' : ` (objectif : ${formaterNombre(objectifParticipants)})`;
  return (
    <div class="pile">
      <dl class="chiffres">
        <Chiffre mots="propositions" valeur={formaterNombre(compteurs.propositions)} />
        <Chiffre mots="votes" valeur={formaterNombre(compteurs.votes)} />
        <Chiffre mots={`participants${objectif}`} valeur={formaterNombre(compteurs.participants)} />
      </dl>
      <p class="discret">{LIBELLES_EXIGENCES[exigence]}.</p>
    </div>
  );
}

function Calendrier({ consultation: { dates, datesChangees } }: Pick<Donnees, 'consultation'>): JSX.Element {
  return (
    <Section titre="Le calendrier" id="calendrier">
      <dl class="paires">
        <dt>Ouverture</dt>
        <dd>
          <Instant iso={dates.ouverture} />
        </dd>
        <dt>Dernières propositions</dt>
        <dd>
          <Instant iso={dates.finPropositions} />
        </dd>
        <dt>Derniers votes</dt>
        <dd>
          <Instant iso={dates.fin} />
        </dd>
      </dl>
      {datesChangees.length > 0 && (
        <details>
          <summary>{accorder(datesChangees.length, 'date a changé', 'dates ont changé')}</summary>
          <ul>
            {datesChangees.map(({ champ, ancienne, nouvelle, motif, fonction, changeeLe }) => (
              <li key={`${champ} ${changeeLe}`}>
                {LIBELLES_DATES[champ]} : du <Jour iso={ancienne} /> au <Jour iso={nouvelle} />. {motif} ({fonction}, le{' '}
                <Jour iso={changeeLe} />)
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function Engagements({ cadre, consultation: { fiches } }: Partie): JSX.Element | null {
  if (fiches.length === 0) return null;
  return (
    <Section titre="Qui répondra" id="reponse">
      <p>
        Chaque idée la plus soutenue reçoit une décision écrite et sa raison. Les réponses viendront des signataires du
        contrat, au titre de :
      </p>
      <ul class="lignes-simples">
        {fiches.map(({ code, titre }) => (
          <li key={code}>
            <a href={chemin(cadre, 'fiches', code)}>{titre}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Refusees({ consultation: { refusees } }: Pick<Donnees, 'consultation'>): JSX.Element | null {
  if (refusees.length === 0) return null;
  const total = refusees.reduce((somme, { nombre }) => somme + nombre, 0);
  const motifs = refusees.map(({ motif, nombre }) => `${LIBELLES_MOTIFS_REFUS[motif].toLowerCase()} (${nombre})`);
  return (
    <p class="discret">
      {accorder(total, 'proposition refusée', 'propositions refusées')} à ce jour : {motifs.join(', ')}.
    </p>
  );
}
