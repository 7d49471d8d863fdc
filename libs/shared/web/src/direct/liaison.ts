import type { EvenementDirect } from '@pleniere/shared/domain';

/** What a thread tells the one who opened it. */
export interface Ecoute {
  ouverte: () => void;
  coupee: () => void;
  recu: (evenement: EvenementDirect) => void;
}

const PREMIER_RETOUR_MS = 3_000;
const DERNIER_RETOUR_MS = 60_000;

/** A thread of events that comes back, sooner or later, whatever cut it, until it is closed. */
export class Liaison {
  private source: EventSource;
  private attente: ReturnType<typeof setTimeout> | undefined;
  private retour = PREMIER_RETOUR_MS;

  constructor(
    private readonly creer: () => EventSource,
    private readonly ecoute: Ecoute,
  ) {
    this.source = this.ouvrir();
  }

  fermer(): void {
    clearTimeout(this.attente);
    this.source.close();
  }

  private ouvrir(): EventSource {
    const source = this.creer();
    source.onopen = () => {
      this.retour = PREMIER_RETOUR_MS;
      this.ecoute.ouverte();
    };
    source.onmessage = ({ data }: MessageEvent<string>) => this.ecoute.recu(JSON.parse(data) as EvenementDirect);
    source.onerror = () => {
      this.ecoute.coupee();
      // The browser itself comes back after a cut, but never after a refusal.
      if (source.readyState === source.CLOSED) this.revenir();
    };
    return source;
  }

  private revenir(): void {
    clearTimeout(this.attente);
    this.attente = setTimeout(() => (this.source = this.ouvrir()), this.retour);
    this.retour = Math.min(this.retour * 2, DERNIER_RETOUR_MS);
  }
}
