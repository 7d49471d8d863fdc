import type { CarteVote, ConsultationPublique, SequenceServie } from '@pleniere/participation/domain';
import { PARAMETRES_CONSULTATION } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../../cadre/cadre';
import { DireRefus, Ligne } from '../../formulaires/champs';
import type { Refus } from '../../formulaires/refus';
import { Page } from '../../gabarit/page';
import { VersConsultation } from '../lecture/vers-consultation';
import { BoutonsVote } from './boutons-vote';

interface Donnees {
  cadre: CadreDuSite;
  consultation: ConsultationPublique;
}

/** Before the first card: what will be asked, and the code when one is needed. */
export function PageCommencer({ cadre, consultation, refus, code }: CommencerDonnees): JSX.Element {
  const { id, question, exigence, compteurs } = consultation;
  const cartes = Math.min(PARAMETRES_CONSULTATION.sequence, compteurs.propositions);
  return (
    <Page titre={`Donner mon avis : ${question}`} cadre={cadre} lieu="consultations">
      <div class="grande-pile etroite">
        <header class="pile">
          <VersConsultation cadre={cadre} consultation={consultation} />
          <h1>Donner mon avis</h1>
          <p class="chapeau">
            {accorder(cartes, 'proposition d’habitants', 'propositions d’habitants')}, une à la fois. Trois minutes
            suffisent, et vous pouvez vous arrêter quand vous voulez.
          </p>
        </header>
        <DireRefus refus={refus} />
        <form method="post" action={chemin(cadre, 'consultations', id, 'voter')} class="pile formulaire">
          {exigence === 'code-habitant' && (
            <Ligne
              nom="codeHabitant"
              libelle="Votre code"
              aide="Les dix caractères reçus dans votre boîte aux lettres ou à une séance."
              valeur={code}
              max={40}
              refus={refus}
            />
          )}
          <p>
            <button type="submit">Commencer</button>
          </p>
          <p class="aide">
            Votre navigateur gardera une clé tirée au hasard, nécessaire pour compter un vote par personne et vous
            laisser changer d’avis. Rien d’autre. <a href={chemin(cadre, 'vos-donnees')}>En savoir plus</a>
          </p>
        </form>
      </div>
    </Page>
  );
}
interface CommencerDonnees extends Donnees {
  refus: Refus | null;
  code: string;
}

/** The next card: one proposition, three answers. */
export function PageCarte({ cadre, consultation, serie, carte }: CarteDonnees): JSX.Element {
  const action = chemin(cadre, 'consultations', consultation.id, 'propositions', carte.id, 'vote');
  return (
    <Page titre={`À vous : ${consultation.question}`} cadre={cadre} lieu="consultations" prive script>
      <div class="grande-pile etroite">
        <header class="pile-serree">
          <VersConsultation cadre={cadre} consultation={consultation} />
          <p class="discret">{direReste(serie.cartes.length)}</p>
        </header>
        <section class="papier carte-vote pile" aria-labelledby="proposition">
          <p class="discret">
            Proposition n° {carte.numero}
            {carte.prenom && `, de ${carte.prenom}`}
          </p>
          <h1
            id="proposition"
            class="parole-entiere"
            tabIndex={-1}
            data-foyer
            data-annonce={`${carte.texte} ${direReste(serie.cartes.length)}`}
          >
            {carte.texte}
          </h1>
          <BoutonsVote action={action} texte={carte.texte} monVote={null} sequence={serie.id} serie />
        </section>
        <p>
          <a href={chemin(cadre, 'consultations', consultation.id, 'mes-contributions')}>Je m’arrête là</a>
        </p>
      </div>
    </Page>
  );
}
interface CarteDonnees extends Donnees {
  serie: SequenceServie;
  carte: CarteVote;
}

/** « Encore 8 propositions. » */
export function direReste(reste: number): string {
  if (reste <= 1) return 'La dernière de cette série.';
  return `Encore ${accorder(reste, 'proposition')}.`;
}
