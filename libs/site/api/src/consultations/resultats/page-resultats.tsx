import type { ConsultationPublique, ResultatsConsultation } from '@pleniere/participation/domain';
import { LIBELLES_MOTIFS_REFUS } from '@pleniere/participation/domain';
import { accorder, formaterNombre } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import type { CadreDuSite } from '../../cadre/cadre';
import { Chiffre, Instant, Lignes, Section } from '../../gabarit/elements';
import { Page } from '../../gabarit/page';
import { VersConsultation } from '../lecture/vers-consultation';
import { Appels } from './appels';
import { Groupes } from './groupes';
import { Idees } from './idees';
import { Profils } from './profils';
import { TableauPropositions } from './tableau-propositions';

interface Donnees {
  cadre: CadreDuSite;
  consultation: ConsultationPublique;
  resultats: ResultatsConsultation;
}

/** What a consultation gave, what was decided of it, and how it was counted. */
export function PageResultats({ cadre, consultation, resultats }: Donnees): JSX.Element {
  const { question, rapport, suites, propositions, idees, agenda, appels, profils, opinions } = resultats;
  return (
    <Page
      titre={`Résultats : ${question}`}
      cadre={cadre}
      lieu="consultations"
      ici={['consultations', consultation.id, 'resultats']}
      description={rapport.slice(0, 200)}
    >
      <article class="grande-pile">
        <header class="pile">
          <VersConsultation cadre={cadre} consultation={consultation} />
          <p class="discret">Résultats</p>
          <h1>{question}</h1>
        </header>
        <Participation resultats={resultats} />
        {rapport && (
          <Section titre="Ce qu’il faut en retenir" id="rapport">
            <Lignes texte={rapport} />
          </Section>
        )}
        <Idees cadre={cadre} idees={idees} agenda={agenda} />
        {suites && (
          <Section titre="Et maintenant" id="suites">
            <Lignes texte={suites} />
          </Section>
        )}
        <Appels cadre={cadre} appels={appels} />
        <TableauPropositions propositions={propositions} />
        <Groupes opinions={opinions} propositions={propositions} />
        <Profils profils={profils} quartiers={consultation.quartiers} />
        <Methode cadre={cadre} resultats={resultats} />
      </article>
    </Page>
  );
}

function Participation({ resultats }: Pick<Donnees, 'resultats'>): JSX.Element {
  const { participants, votes, propositions, bulletins } = resultats;
  return (
    <dl class="chiffres">
      <Chiffre mots="participants" valeur={formaterNombre(participants.total)} />
      <Chiffre mots="votes" valeur={formaterNombre(votes)} />
      <Chiffre mots="propositions" valeur={formaterNombre(propositions.length)} />
      {bulletins > 0 && <Chiffre mots="bulletins sur papier, comptés à part" valeur={formaterNombre(bulletins)} />}
    </dl>
  );
}

/** How it was counted, what was set apart, and where to check it. */
function Methode({ cadre, resultats }: Pick<Donnees, 'cadre' | 'resultats'>): JSX.Element {
  const { id, methode, seuils, participants, refusees, geleLe, sha256, votesSha256, propositions } = resultats;
  const changees = propositions.filter(({ resultat, classeAvecSuspects }) => resultat.classe !== classeAvecSuspects);
  return (
    <Section titre="Comment c’est compté" id="methode">
      {methode && <Lignes texte={methode} />}
      <ul>
        {seuils.map((seuil) => (
          <li key={seuil}>{seuil}</li>
        ))}
      </ul>
      <p>
        {participants.suspects === 0
          ? 'Aucune participation n’a été mise à part par le contrôle automatique.'
          : `${accorder(participants.suspects, 'participation mise', 'participations mises')} à part par le contrôle automatique, et absentes des chiffres ci-dessus.`}{' '}
        {participants.suspects > 0 &&
          (changees.length === 0
            ? 'En les comptant, aucun classement ne change.'
            : `En les comptant, ${accorder(changees.length, 'classement change', 'classements changent')} : le tableau le dit.`)}
      </p>
      {refusees.length > 0 && (
        <p>
          Propositions refusées :{' '}
          {refusees.map(({ motif, nombre }) => `${LIBELLES_MOTIFS_REFUS[motif].toLowerCase()} (${nombre})`).join(', ')}.
        </p>
      )}
      <p>
        <a href={`/api/v1/public/contrats/${cadre.id}/consultations/${id}/donnees.zip`} download>
          Télécharger les données ouvertes
        </a>{' '}
        (propositions et votes en CSV, Licence Ouverte 2.0)
      </p>
      <details>
        <summary>Empreintes</summary>
        <p class="empreinte">
          Chiffres figés le <Instant iso={geleLe} />. SHA-256 des résultats : {sha256} ; des votes : {votesSha256}
        </p>
      </details>
    </Section>
  );
}
