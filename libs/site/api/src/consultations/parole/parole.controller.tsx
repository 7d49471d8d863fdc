import { Controller, Get, Param, Post, Req, VERSION_NEUTRAL } from '@nestjs/common';
import { ConsultationsPubliques } from '@pleniere/participation/api';
import {
  DEBUT_PROPOSITION,
  PRENOM,
  type PropositionProche,
  refusTexteProposition,
} from '@pleniere/participation/domain';
import { IdPipe, ProblemeException } from '@pleniere/shared/api';
import { isEmail } from 'class-validator';
import type { Request } from 'express';
import type { JSX } from 'preact';
import { chemin } from '../../cadre/cadre';
import { CadreReader } from '../../cadre/cadre.reader';
import { PageHtml, PagePrivee, Pages } from '../../cadre/page-html.decorator';
import { agir, refuser } from '../../formulaires/aller';
import { CleDuVisiteur } from '../../formulaires/cle';
import { Envoi, Formulaire } from '../../formulaires/formulaire';
import { type Refus, refusDesChamps } from '../../formulaires/refus';
import { rendre } from '../../gabarit/rendre';
import { PageProposer, type PropositionTapee } from './page-proposer';

/** Proposing: one sentence, shown beside those that look like it before it leaves. */
@Controller({ path: 'habitants/:adresse/consultations/:id/proposer', version: VERSION_NEUTRAL })
@Pages()
export class ParoleDuSiteController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly cle: CleDuVisiteur,
    private readonly consultations: ConsultationsPubliques,
  ) {}

  @Get()
  @PageHtml()
  async proposer(@Param('adresse') adresse: string, @Param('id', IdPipe) id: string): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const consultation = await this.consultations.lire(cadre.id, id);
    const tapee = { texte: DEBUT_PROPOSITION, prenom: '', email: '' };
    return rendre(<PageProposer {...{ cadre, consultation, tapee, refus: null, proches: [] }} />);
  }

  @Post()
  @PagePrivee()
  async envoyer(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Envoi() envoi: Formulaire,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const consultation = await this.consultations.lire(cadre.id, id);
    const tapee = { texte: envoi.texte('texte'), prenom: envoi.texte('prenom'), email: envoi.texte('email').trim() };
    const page = (refus: Refus | null, proches: readonly PropositionProche[] = []): JSX.Element => (
      <PageProposer {...{ cadre, consultation, tapee, refus, proches }} />
    );
    const refus = verifier(tapee);
    if (refus) return refuser(requete, refus, (dit) => page(dit));
    if (!envoi.valeur('confirme')) {
      const proches = await this.consultations.proches(cadre.id, id, tapee.texte);
      if (proches.length > 0) return rendre(page(null, proches));
    }
    const acte = async (): Promise<string> => {
      const visiteur = this.cle.assurer(requete);
      const envoyee = { texte: tapee.texte, prenom: tapee.prenom.trim() || null, email: tapee.email || null };
      const { numero } = await this.consultations.proposer(cadre.id, id, visiteur, envoyee);
      return `${chemin(cadre, 'consultations', id, 'mes-contributions')}?envoyee=${numero}`;
    };
    return agir(requete, acte, (nouveau, erreur) => page(nouveau, dejaDite(erreur)));
  }
}

function verifier({ texte, prenom, email }: PropositionTapee): Refus | null {
  return refusDesChamps('Votre proposition n’est pas encore partie. Rien n’est perdu : corrigez ce qui suit.', {
    texte: refusTexteProposition(texte),
    prenom: prenom.trim() !== '' && !PRENOM.test(prenom.trim()) && 'Un prénom s’écrit en lettres, en 40 au plus.',
    email: email !== '' && !isEmail(email) && 'Cette adresse électronique n’est pas complète : nom@exemple.fr.',
  });
}

/** The proposition that already says the same, letter for letter. */
function dejaDite(erreur: unknown): PropositionProche[] {
  if (!(erreur instanceof ProblemeException) || erreur.probleme.type !== '/problemes/doublon-exact') return [];
  return erreur.probleme.actuel ? [{ ...(erreur.probleme.actuel as PropositionProche), opposee: false }] : [];
}
