import type { ConsultationPublique, SuiviProposition } from '@pleniere/participation/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../../cadre/cadre';
import { Jour } from '../../gabarit/elements';
import { Page } from '../../gabarit/page';
import { VersConsultation } from '../lecture/vers-consultation';
import { Situation } from './situation';

interface Donnees {
  cadre: CadreDuSite;
  consultation: ConsultationPublique;
  suivi: SuiviProposition;
}

/** What became of one’s proposition: the page that an e-mail opens in any browser, from which nothing can be done. */
export function PageSuiviProposition({ cadre, consultation, suivi: { proposition, jusquAu } }: Donnees): JSX.Element {
  const { id, numero, etat, idee, peutRetirer, peutFaireAppel } = proposition;
  const montree = etat === 'acceptee' || etat === 'rattachee';
  const vers = (...suite: string[]) => chemin(cadre, 'consultations', consultation.id, ...suite);
  return (
    <Page titre={`Votre proposition n° ${numero}`} cadre={cadre} lieu="consultations" prive>
      <div class="grande-pile">
        <header class="pile">
          <VersConsultation cadre={cadre} consultation={consultation} />
          <h1>Votre proposition</h1>
        </header>
        <section class="papier pile" aria-label="Où elle en est">
          <Situation une={proposition} />
          {idee && <p>Elle rejoint l’idée « {idee.titre} ».</p>}
        </section>
        {(montree || consultation.restituee) && (
          <p class="boutons ecran">
            {montree && (
              <a class="bouton" href={vers('propositions', id)}>
                Voir sa page
              </a>
            )}
            {consultation.restituee && (
              <a class="bouton second" href={vers('resultats')}>
                Lire les résultats
              </a>
            )}
          </p>
        )}
        {(peutRetirer || peutFaireAppel) && (
          <p>
            Pour {peutFaireAppel ? 'demander un second avis' : 'la retirer'}, ouvrez{' '}
            <a href={vers('mes-contributions')}>Mes contributions</a> dans le navigateur où vous l’avez écrite.
          </p>
        )}
        <p class="discret">
          Cette page ne s’ouvre que par le lien de votre courriel. Le <Jour iso={jusquAu} />, votre adresse sera effacée
          et le lien s’éteindra.
        </p>
      </div>
    </Page>
  );
}
