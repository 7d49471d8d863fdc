import { Controller, Get, Header, Param, Post, Req, VERSION_NEUTRAL } from '@nestjs/common';
import { ConsultationsPubliques } from '@pleniere/participation/api';
import { type ExportParticipant, MOTIFS_SIGNALEMENT } from '@pleniere/participation/domain';
import { IdPipe } from '@pleniere/shared/api';
import type { Request } from 'express';
import { chemin } from '../../cadre/cadre';
import { CadreReader } from '../../cadre/cadre.reader';
import { PagePrivee, Pages } from '../../cadre/page-html.decorator';
import { aller } from '../../formulaires/aller';
import { CleDuVisiteur } from '../../formulaires/cle';
import { Demande, Envoi, Formulaire } from '../../formulaires/formulaire';
import { type Refus, refusDe, refusDesChamps } from '../../formulaires/refus';
import { rendre } from '../../gabarit/rendre';
import { PageContributions } from './page-contributions';
import { PageSignaler } from './page-signaler';

const DETAIL_MAX = 1000;

/** What one said oneself: read again, taken back, contested; and what one reports of others. */
@Controller({ path: 'habitants/:adresse/consultations/:id', version: VERSION_NEUTRAL })
@Pages()
export class ContributionsDuSiteController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly cle: CleDuVisiteur,
    private readonly consultations: ConsultationsPubliques,
  ) {}

  @Get('mes-contributions')
  @PagePrivee()
  async miennes(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Demande() demande: Formulaire,
    @Req() requete: Request,
  ): Promise<string> {
    return this.page(requete, adresse, id, demande.nombre('envoyee'), null);
  }

  /** The same, to take away. */
  @Get('mes-contributions.json')
  @Header('Cache-Control', 'no-store')
  @Header('Content-Disposition', 'attachment; filename="mes-contributions.json"')
  async emporter(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Req() requete: Request,
  ): Promise<ExportParticipant> {
    const cadre = await this.cadres.lire(adresse);
    return this.consultations.mesDonnees(cadre.id, id, this.cle.lire(requete).cle);
  }

  @Post('propositions/:propositionId/retrait')
  @PagePrivee()
  async retirer(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Param('propositionId', IdPipe) propositionId: string,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const { cle } = this.cle.lire(requete);
    return this.agir(requete, adresse, id, () => this.consultations.retirer(cadre.id, id, propositionId, cle));
  }

  @Post('propositions/:propositionId/appel')
  @PagePrivee()
  async faireAppel(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Param('propositionId', IdPipe) propositionId: string,
    @Envoi() envoi: Formulaire,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const { cle } = this.cle.lire(requete);
    const texte = envoi.texte(`appel-${propositionId}`).trim().slice(0, DETAIL_MAX);
    if (texte === '') {
      const refus = refusDesChamps('Dites en une phrase pourquoi votre proposition devrait être publiée.', {
        appel: ' ',
      });
      requete.res?.status(422);
      return this.page(requete, adresse, id, 0, refus && { ...refus, champs: {} });
    }
    return this.agir(requete, adresse, id, () =>
      this.consultations.faireAppel(cadre.id, id, propositionId, cle, texte),
    );
  }

  @Get('propositions/:propositionId/signaler')
  @PagePrivee()
  async signaler(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Param('propositionId', IdPipe) propositionId: string,
    @Demande() demande: Formulaire,
  ): Promise<string> {
    const merci = demande.texte('merci') !== '';
    return this.pageSignaler(adresse, id, propositionId, { motif: '', detail: '' }, null, merci);
  }

  @Post('propositions/:propositionId/signaler')
  @PagePrivee()
  async envoyerSignalement(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Param('propositionId', IdPipe) propositionId: string,
    @Envoi() envoi: Formulaire,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const tape = { motif: envoi.texte('motif'), detail: envoi.texte('detail').trim() };
    const motif = envoi.parmi('motif', MOTIFS_SIGNALEMENT);
    const manque = refusDesChamps('Le signalement n’est pas encore parti.', {
      motif: motif === null && 'Choisissez pourquoi.',
      detail: tape.detail.length > DETAIL_MAX && `Écrivez ${DETAIL_MAX} caractères au plus.`,
    });
    try {
      if (motif === null || manque) return await this.refuser(requete, adresse, id, propositionId, tape, manque);
      const { detail } = tape;
      await this.consultations.signaler(cadre.id, id, propositionId, this.cle.assurer(requete), { motif, detail });
      const ici = chemin(cadre, 'consultations', id, 'propositions', propositionId, 'signaler');
      return aller(requete, `${ici}?merci=1`);
    } catch (erreur) {
      return this.refuser(requete, adresse, id, propositionId, tape, refusDe(erreur));
    }
  }

  private async agir(requete: Request, adresse: string, id: string, acte: () => Promise<void>): Promise<string> {
    try {
      await acte();
      return aller(requete, `/habitants/${adresse}/consultations/${id}/mes-contributions`);
    } catch (erreur) {
      const refus = refusDe(erreur);
      requete.res?.status(refus.status);
      return this.page(requete, adresse, id, 0, refus);
    }
  }

  private async page(
    requete: Request,
    adresse: string,
    id: string,
    envoyee: number,
    refus: Refus | null,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const [consultation, miennes] = await Promise.all([
      this.consultations.lire(cadre.id, id),
      this.consultations.mesDonnees(cadre.id, id, this.cle.lire(requete).cle),
    ]);
    return rendre(<PageContributions {...{ cadre, consultation, miennes, envoyee, refus }} />);
  }

  private refuser(
    requete: Request,
    adresse: string,
    id: string,
    propositionId: string,
    tape: { motif: string; detail: string },
    refus: Refus | null,
  ): Promise<string> {
    requete.res?.status(refus?.status ?? 422);
    return this.pageSignaler(adresse, id, propositionId, tape, refus, false);
  }

  private async pageSignaler(
    adresse: string,
    id: string,
    propositionId: string,
    tape: { motif: string; detail: string },
    refus: Refus | null,
    merci: boolean,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const [consultation, proposition] = await Promise.all([
      this.consultations.lire(cadre.id, id),
      this.consultations.proposition(cadre.id, id, propositionId, null),
    ]);
    return rendre(<PageSignaler {...{ cadre, consultation, proposition, tape, refus, merci }} />);
  }
}
