import { Injectable } from '@nestjs/common';
import {
  ConsultationsPubliques,
  COOKIE_PARTICIPANT,
  COOKIE_PARTICIPANT_MS,
  lireVisiteur,
} from '@pleniere/participation/api';
import type { Visiteur } from '@pleniere/participation/domain';
import { Config, poserCookie } from '@pleniere/shared/api';
import type { Request } from 'express';

/** The random key by which a browser finds its votes again: made when somebody acts, never because they read. */
@Injectable()
export class CleDuVisiteur {
  constructor(
    private readonly config: Config,
    private readonly consultations: ConsultationsPubliques,
  ) {}

  /** Whoever reads, with the key of their browser if it has one. */
  lire(requete: Request): Visiteur {
    return lireVisiteur(requete);
  }

  /** A key that a form bears for a browser that has none: sent twice, it is still one person. */
  duFormulaire(requete: Request): string {
    return lireVisiteur(requete).cle ?? this.consultations.nouvelleCle();
  }

  /** Whoever acts: their browser gets a key when it has none, the one of the form that they sent if it bears one. */
  assurer(requete: Request, duFormulaire = ''): Visiteur & { cle: string } {
    const visiteur = lireVisiteur(requete);
    if (visiteur.cle !== null) return { ...visiteur, cle: visiteur.cle };
    const cle = /^[\w-]{43}$/.test(duFormulaire) ? duFormulaire : this.consultations.nouvelleCle();
    const options = { path: '/habitants', maxAge: COOKIE_PARTICIPANT_MS };
    if (requete.res) poserCookie(requete.res, this.config, COOKIE_PARTICIPANT, cle, options);
    return { ...visiteur, cle };
  }
}
