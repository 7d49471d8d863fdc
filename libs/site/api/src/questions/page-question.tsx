import { LIBELLES_CANAUX_QUESTION, type QuestionPublique, type Reponse } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { Jour, Lignes, Retour, Section } from '../gabarit/elements';
import { Page } from '../gabarit/page';
import { EtatDeQuestion } from './carte-question';

interface Donnees {
  cadre: CadreDuSite;
  question: QuestionPublique;
  /** True just after somebody said whether the answer was of use. */
  merci: boolean;
}

/** One question, its answer and what the answer was before. */
export function PageQuestion({ cadre, question, merci }: Donnees): JSX.Element {
  const { numero, texte, reponses } = question;
  const [derniere, ...anciennes] = reponses;
  return (
    <Page
      titre={`Question n° ${numero}`}
      cadre={cadre}
      lieu="questions"
      ici={['questions', String(numero)]}
      description={texte.slice(0, 200)}
    >
      <article class="grande-pile">
        <header class="pile">
          <Retour cadre={cadre} lieu="questions">
            Toutes les questions
          </Retour>
          <p class="discret">Question n° {numero}</p>
          <h1 class="parole-entiere">{texte}</h1>
          <p>
            <EtatDeQuestion question={question} />
          </p>
          <Origine cadre={cadre} question={question} />
        </header>
        {question.explication && (
          <Section titre="Pourquoi" id="pourquoi">
            <Lignes texte={question.explication} />
          </Section>
        )}
        {derniere && (
          <Section titre="La réponse" id="reponse">
            <div class="papier pile">
              <UneReponse cadre={cadre} reponse={derniere} />
            </div>
            <Utile cadre={cadre} question={question} merci={merci} />
          </Section>
        )}
        {anciennes.length > 0 && (
          <details>
            <summary>
              {accorder(anciennes.length, 'version précédente', 'versions précédentes')} de cette réponse
            </summary>
            {anciennes.map((reponse) => (
              <div key={reponse.version} class="papier pile">
                <UneReponse cadre={cadre} reponse={reponse} />
              </div>
            ))}
          </details>
        )}
        {!derniere && question.service && (
          <p class="avis">La réponse est attendue de : {question.service}. Elle sera publiée sur cette page.</p>
        )}
        <p class="ecran">
          <a href={chemin(cadre, 'questions', 'poser')}>Poser une autre question</a>
        </p>
      </article>
    </Page>
  );
}

function Origine({ cadre, question }: Pick<Donnees, 'cadre' | 'question'>): JSX.Element {
  const { canal, poseeLe, quartier, fiche, fois } = question;
  return (
    <p class="discret">
      {LIBELLES_CANAUX_QUESTION[canal]} le <Jour iso={poseeLe} />
      {fois > 1 && `, par ${accorder(fois, 'habitant')}`}
      {quartier && (
        <>
          {' · '}
          <a href={chemin(cadre, 'quartiers', quartier.code)}>{quartier.nom}</a>
        </>
      )}
      {fiche && (
        <>
          {' · '}
          <a href={chemin(cadre, 'fiches', fiche.code)}>{fiche.titre}</a>
        </>
      )}
    </p>
  );
}

function UneReponse({ cadre, reponse }: { cadre: CadreDuSite; reponse: Reponse }): JSX.Element {
  const { texte, fonction, organisation, publieeLe, fiche, action } = reponse;
  return (
    <>
      <Lignes texte={texte} />
      <p class="signature">
        {fonction}, {organisation}
        {publieeLe && (
          <>
            , le <Jour iso={publieeLe} />
          </>
        )}
      </p>
      {(fiche ?? action) && (
        <p class="discret">
          {action && <>Action : {action.titre}. </>}
          {fiche && (
            <>
              Engagement du contrat : <a href={chemin(cadre, 'fiches', fiche.code)}>{fiche.titre}</a>
            </>
          )}
        </p>
      )}
    </>
  );
}

/** « Cette réponse vous est-elle utile ? », by two buttons. */
function Utile({ cadre, question, merci }: Donnees): JSX.Element {
  const { oui, non } = question.retours;
  return (
    <form method="post" action={chemin(cadre, 'questions', String(question.numero), 'utile')} class="pile" id="utile">
      <fieldset class="pile-serree">
        <legend>Cette réponse vous est-elle utile ?</legend>
        <div class="boutons">
          <button type="submit" name="utile" value="oui" class="second">
            Oui
          </button>
          <button type="submit" name="utile" value="non" class="second">
            Non
          </button>
          {oui + non > 0 && (
            <span class="discret">
              {oui} oui, {non} non
            </span>
          )}
        </div>
      </fieldset>
      {merci && (
        <p role="status" class="succes">
          Merci : votre avis est compté, avec le dernier que vous donnez.
        </p>
      )}
    </form>
  );
}
