import { SILENCE_PRESENCE_MS, type Present, type PresenceSaisie } from '@pleniere/fiches/domain';

/** A page that somebody has open on a fiche, as its last sign of life told it. */
export interface OngletPresent extends Present, PresenceSaisie {
  contratId: string;
  ficheId: string;
}

/** Pages that one person is heard from at once: more than anybody looks at. */
const ONGLETS_MAX = 20;

const cleDe = ({ contratId, personneId, onglet }: OngletPresent) => `${contratId}/${personneId}/${onglet}`;

/** Who is on which fiche, as one replica has heard it; those who are silent for too long are no longer there. */
export class RegistrePresences {
  private readonly onglets = new Map<string, { presence: OngletPresent; vu: number }>();

  /** Notes a sign of life of some milliseconds ago; true when the others of the fiche see something new. */
  noter(presence: OngletPresent, age = 0): boolean {
    this.oublierLesSilencieux();
    const cle = cleDe(presence);
    const vu = Date.now() - age;
    const connu = this.onglets.get(cle);
    if (age >= SILENCE_PRESENCE_MS || (connu && connu.vu > vu)) return false;
    this.onglets.set(cle, { presence, vu });
    this.borner(presence);
    return connu?.presence.ficheId !== presence.ficheId || connu.presence.champ !== presence.champ;
  }

  /** A page is closed; true when it was there. */
  retirer(presence: OngletPresent): boolean {
    return this.onglets.delete(cleDe(presence));
  }

  /** The people who have a fiche open, once each, the first arrived first. */
  sur(contratId: string, ficheId: string): Present[] {
    this.oublierLesSilencieux();
    const presents = new Map<string, Present>();
    for (const { presence } of this.onglets.values()) {
      if (presence.contratId !== contratId || presence.ficheId !== ficheId) continue;
      const { personneId, nom, fonction } = presence;
      const champ = presence.champ ?? presents.get(personneId)?.champ ?? null;
      presents.set(personneId, { personneId, nom, fonction, champ });
    }
    return [...presents.values()];
  }

  /** All that is known, each with its age in milliseconds. */
  tout(): { presence: OngletPresent; age: number }[] {
    this.oublierLesSilencieux();
    return [...this.onglets.values()].map(({ presence, vu }) => ({ presence, age: Date.now() - vu }));
  }

  private borner({ contratId, personneId }: OngletPresent): void {
    const siens = [...this.onglets].filter(
      ([, { presence }]) => presence.contratId === contratId && presence.personneId === personneId,
    );
    const [plusAncien] = siens.sort(([, a], [, b]) => a.vu - b.vu);
    if (siens.length > ONGLETS_MAX && plusAncien) this.onglets.delete(plusAncien[0]);
  }

  private oublierLesSilencieux(): void {
    const limite = Date.now() - SILENCE_PRESENCE_MS;
    for (const [cle, { vu }] of this.onglets) if (vu <= limite) this.onglets.delete(cle);
  }
}
