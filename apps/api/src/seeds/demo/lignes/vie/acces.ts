import { DEFINITIONS_SORTES } from '@pleniere/acces/domain';
import { id } from '../../identifiants';
import type { ContratDemo } from '../../modele';
import { personneDe } from '../fiches';
import type { Lot } from '../insertion';

const JOUR_MS = 86_400_000;
const EQUIPE = 'claire';

const moment = (jours: number): string => new Date(Date.now() + jours * JOUR_MS).toISOString();
const jour = (jours: number): string => moment(jours).slice(0, 'aaaa-mm-jj'.length);

/** Rows of who has come in, who is away and who asks to enter a demo contrat. */
export function lotsDesAcces(demo: ContratDemo): Lot[] {
  const { connexions = [], delegations = [], demandes = [], notifications = [], purges = [] } = demo.acces ?? {};
  const contrat_id = id(`${demo.cle}/contrat`);
  const personne = (cle: string) => id(`${demo.cle}/personne/${cle}`);
  return [
    [
      'connexion',
      connexions.map(({ personne: qui, jours, resultat, appareil }) => ({
        contrat_id,
        personne_id: personne(qui),
        quand: moment(jours),
        resultat,
        moyen: 'mot-de-passe',
        appareil,
        reseau: '203.0.113.0/24',
      })),
    ],
    [
      'delegation',
      delegations.map(({ personne: qui, delegue, du, au }) => ({
        contrat_id,
        id: id(`${demo.cle}/delegation/${qui}/${delegue}`),
        version: 1,
        personne_id: personne(qui),
        delegue_id: personne(delegue),
        du: jour(du),
        au: jour(au),
      })),
    ],
    [
      'demande_acces',
      demandes.map(({ jours, nom, email, organisation, message, motif }) => ({
        contrat_id,
        id: id(`${demo.cle}/demande/${email}`),
        version: motif === undefined ? 1 : 2,
        oidc_emetteur: 'https://identite.exemple.fr',
        oidc_sub: email,
        nom,
        email,
        organisation,
        message,
        cree_le: moment(jours),
        statut: motif === undefined ? 'en-attente' : 'declinee',
        motif: motif ?? null,
        traitee_par: motif === undefined ? null : personneDe(demo, EQUIPE).nom,
        traitee_le: motif === undefined ? null : moment(jours + 1),
      })),
    ],
    [
      'notification',
      notifications.flatMap(({ a, jours, sorte, titre, texte, fiche, lien, lue }, rang) =>
        a.map((qui) => ({
          contrat_id,
          id: id(`${demo.cle}/notification/${rang}/${qui}`),
          personne_id: personne(qui),
          evenement: `demo/${rang}`,
          sorte,
          titre,
          texte,
          lien: lien ?? `/fiches/${fiche}`,
          fiche_id: fiche ? id(`${demo.cle}/${fiche}`) : null,
          permission: 'contrat.lire',
          roles: DEFINITIONS_SORTES[sorte].roles,
          cree_le: moment(jours),
          lue_le: lue ? moment(jours + 0.5) : null,
          envoyee_le: moment(jours + 0.25),
        })),
      ),
    ],
    ['purge', purges.map(({ jours, quoi, nombre }) => ({ contrat_id, quoi, quand: moment(jours), nombre }))],
  ];
}
