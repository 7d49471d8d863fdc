import { Controller, Get, Param, Post, Req, VERSION_NEUTRAL } from '@nestjs/common';
import { ConsultationsPubliques } from '@pleniere/participation/api';
import { MOTIFS_SIGNALEMENT } from '@pleniere/participation/domain';
import { IdPipe } from '@pleniere/shared/api';
import type { Request } from 'express';
import type { VNode } from 'preact';
import { type CadreDuSite, chemin } from '../../cadre/cadre';
import { CadreReader } from '../../cadre/cadre.reader';
import { PagePrivee, Pages } from '../../cadre/page-html.decorator';
import { agir, refuser } from '../../formulaires/aller';
import { CleDuVisiteur } from '../../formulaires/cle';
import { Demande, Envoi, Formulaire } from '../../formulaires/formulaire';
import { type Refus, refusDesChamps } from '../../formulaires/refus';
import { rendre } from '../../gabarit/rendre';
import { PageSignaler, type SignalementTape } from './page-signaler';

const DETAIL_MAX = 1000;

/** What one reports of what others wrote. */
@Controller({
  path: 'habitants/:adresse/consultations/:id/propositions/:propositionId/signaler',
  version: VERSION_NEUTRAL,
})
@Pages()
export class SignalementDuSiteController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly cle: CleDuVisiteur,
    private readonly consultations: ConsultationsPubliques,
  ) {}

  @Get()
  @PagePrivee()
  async signaler(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Param('propositionId', IdPipe) propositionId: string,
    @Demande() demande: Formulaire,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const merci = demande.texte('merci') !== '';
    return rendre(await this.page(cadre, id, propositionId, { motif: '', detail: '' }, null, merci));
  }

  @Post()
  @PagePrivee()
  async envoyer(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Param('propositionId', IdPipe) propositionId: string,
    @Envoi() envoi: Formulaire,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const tape = { motif: envoi.texte('motif'), detail: envoi.texte('detail').trim() };
    const motif = envoi.parmi('motif', MOTIFS_SIGNALEMENT);
    const page = (refus: Refus): Promise<VNode> => this.page(cadre, id, propositionId, tape, refus);
    const manque = refusDesChamps('Le signalement n’est pas encore parti.', {
      motif: motif === null && 'Choisissez pourquoi.',
      detail: tape.detail.length > DETAIL_MAX && `Écrivez ${DETAIL_MAX} caractères au plus.`,
    });
    if (manque) return refuser(requete, manque, page);
    const acte = async (): Promise<string> => {
      const signalement = { motif: motif ?? 'illicite', detail: tape.detail };
      await this.consultations.signaler(cadre.id, id, propositionId, this.cle.assurer(requete), signalement);
      return `${chemin(cadre, 'consultations', id, 'propositions', propositionId, 'signaler')}?merci=1`;
    };
    return agir(requete, acte, page);
  }

  private async page(
    cadre: CadreDuSite,
    id: string,
    propositionId: string,
    tape: SignalementTape,
    refus: Refus | null,
    merci = false,
  ): Promise<VNode> {
    const [consultation, proposition] = await Promise.all([
      this.consultations.lire(cadre.id, id),
      this.consultations.proposition(cadre.id, id, propositionId, null),
    ]);
    return <PageSignaler {...{ cadre, consultation, proposition, tape, refus, merci }} />;
  }
}
