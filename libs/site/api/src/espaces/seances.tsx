import { type EspacePublic, LIBELLES_FORMES, type SeancePublique } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { Jour, Redige, Section } from '../gabarit/elements';

interface Annonce {
  espace: EspacePublic;
  seance: SeancePublique;
}

/** Next séances, the soonest first: of one quartier, or of all. */
export function prochaines(espaces: readonly EspacePublic[], qpvCode: string | null = null): Annonce[] {
  return espaces
    .flatMap((espace) => espace.aVenir.map((seance) => ({ espace, seance })))
    .filter(({ seance }) => qpvCode === null || seance.qpvCode === null || seance.qpvCode === qpvCode)
    .sort((a, b) => `${a.seance.date} ${a.seance.heure}`.localeCompare(`${b.seance.date} ${b.seance.heure}`));
}

/** When and where one may come and speak. */
export function ProchainesSeances({ annonces }: { annonces: readonly Annonce[] }): JSX.Element {
  return (
    <ul class="lignes">
      {annonces.map(({ espace, seance }) => (
        <li key={seance.id} class="pile-serree">
          <h3>
            <Jour iso={seance.date} />
            {seance.heure && ` à ${direHeure(seance.heure)}`}
            {seance.lieu && `, ${seance.lieu}`}
          </h3>
          <p>
            {espace.nom} <span class="discret">({LIBELLES_FORMES[espace.forme].toLowerCase()})</span>
          </p>
          {seance.ordreDuJour && <p class="lignes-gardees">{seance.ordreDuJour}</p>}
        </li>
      ))}
    </ul>
  );
}

/** Espaces of a quartier: where to come, and what was said there. */
export function EspacesDuQuartier({ espaces, qpvCode }: EspacesDonnees): JSX.Element | null {
  const annonces = prochaines(espaces, qpvCode);
  const comptesRendus = espaces
    .flatMap((espace) => espace.passees.map((seance) => ({ espace, seance })))
    .filter(({ seance }) => seance.compteRenduPublieLe && (seance.qpvCode === null || seance.qpvCode === qpvCode))
    .sort((a, b) => b.seance.date.localeCompare(a.seance.date))
    .slice(0, DERNIERS);
  if (annonces.length === 0 && comptesRendus.length === 0) return null;
  return (
    <Section titre="Venir en parler" id="seances">
      {annonces.length === 0 ? (
        <p>La date de la prochaine rencontre n’est pas encore annoncée.</p>
      ) : (
        <ProchainesSeances annonces={annonces} />
      )}
      {comptesRendus.length > 0 && <h3>Ce qui s’y est dit</h3>}
      {comptesRendus.map(({ espace, seance }) => (
        <details key={seance.id}>
          <summary>
            {espace.nom}, <Jour iso={seance.date} />
            {seance.habitants !== null && ` : ${accorder(seance.habitants, 'habitant')}`}
          </summary>
          <Redige html={seance.compteRendu} />
        </details>
      ))}
    </Section>
  );
}
interface EspacesDonnees {
  espaces: readonly EspacePublic[];
  qpvCode: string;
}

const DERNIERS = 3;

/** « 18:30:00 » → « 18 h 30 ». */
function direHeure(heure: string): string {
  const [heures = '', minutes = ''] = heure.split(':');
  return `${Number(heures)}\u00A0h${minutes === '00' ? '' : `\u00A0${minutes}`}`;
}
