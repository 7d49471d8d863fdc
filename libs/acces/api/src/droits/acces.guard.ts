import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DROITS, type Permission } from '@pleniere/acces/domain';
import { interdit, introuvable, nonConnecte, ProblemeException, ROUTE_PUBLIQUE } from '@pleniere/shared/api';
import type { Response } from 'express';
import { Sessions } from '../session/sessions';
import { verifierJetonCsrf, verifierOrigine } from './csrf';
import { ROUTE_AVANT_SECOND_FACTEUR, ROUTE_CONNECTEE, ROUTE_PERMISSION, ROUTE_VEILLE } from './decorateurs';
import type { RequeteConnectee, SessionOuverte } from './requete';

/** Refuses by default: a route that declares neither a permission nor its openness answers nobody. */
@Injectable()
export class AccesGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(contexte: ExecutionContext): Promise<boolean> {
    const requete = contexte.switchToHttp().getRequest<RequeteConnectee>();
    verifierOrigine(requete);
    const acces = this.declare(contexte.getHandler()) ?? this.declare(contexte.getClass());
    if (acces === undefined) throw interdit('Cette route ne déclare pas qui peut l’appeler.');
    if (acces === 'public') return true;

    const veille = this.reflector.get<boolean | undefined>(ROUTE_VEILLE, contexte.getHandler()) ?? false;
    const session = await this.sessions.lire(requete, { prolonger: !veille });
    if (!session) throw nonConnecte();
    this.exigerAuteur(session, requete.get('X-Auteur'));
    verifierJetonCsrf(requete, session.jetonCsrf);
    if (session.secondFacteurDu) this.exigerAvantSecondFacteur(contexte.getHandler());
    if (acces !== 'connecte') this.exigerPermission(session, acces);
    this.exigerContrat(session, requete.params['contratId']);
    requete.session = session;
    contexte.switchToHttp().getResponse<Response>().setHeader('Cache-Control', 'no-store');
    return true;
  }

  private exigerPermission({ acteur }: SessionOuverte, permission: Permission): void {
    if (!DROITS[acteur.role][permission]) throw interdit('Votre rôle ne permet pas cette action.');
  }

  /** The contrat asks a second factor that is not set up: setting it up, or leaving, is all that is open. */
  private exigerAvantSecondFacteur(route: Parameters<Reflector['get']>[1]): void {
    if (this.reflector.get<boolean | undefined>(ROUTE_AVANT_SECOND_FACTEUR, route)) return;
    throw new ProblemeException({
      type: '/problemes/second-facteur-du',
      status: 403,
      title: 'Un second facteur est exigé.',
      detail: 'Votre contrat de ville le demande à votre rôle : installez-le dans « Mon compte », et tout s’ouvre.',
    });
  }

  /** What was typed offline names who typed it: it is never written under somebody else's session. */
  private exigerAuteur({ acteur }: SessionOuverte, auteur: string | undefined): void {
    if (auteur !== undefined && auteur !== acteur.personneId) throw nonConnecte();
  }

  private exigerContrat({ acteur }: SessionOuverte, contratId: unknown): void {
    if (contratId !== undefined && contratId !== acteur.contratId) throw introuvable('Ce contrat de ville');
  }

  /** What a route, or its whole controller, declares; the strictest when it declares several. */
  private declare(cible: Parameters<Reflector['get']>[1]): Permission | 'connecte' | 'public' | undefined {
    const permission = this.reflector.get<Permission | undefined>(ROUTE_PERMISSION, cible);
    if (permission !== undefined) return permission;
    if (this.reflector.get<boolean | undefined>(ROUTE_CONNECTEE, cible)) return 'connecte';
    return this.reflector.get<boolean | undefined>(ROUTE_PUBLIQUE, cible) ? 'public' : undefined;
  }
}
