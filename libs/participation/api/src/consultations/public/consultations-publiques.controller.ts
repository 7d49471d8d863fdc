import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { Public } from '@pleniere/acces/api';
import type {
  ConsultationPublique,
  ExportParticipant,
  MaProposition,
  PagePropositions,
  PropositionAVoter,
  PropositionProche,
  ResultatsConsultation,
  SequenceServie,
  Visiteur,
  VoteRecu,
} from '@pleniere/participation/domain';
import { Config, IdPipe, poserCookie } from '@pleniere/shared/api';
import type { Request, Response } from 'express';
import { ConsultationsPubliques, COOKIE_PARTICIPANT, COOKIE_PARTICIPANT_MS } from './consultations-publiques';
import {
  AppelDto,
  ArriveeDto,
  PageDto,
  ProfilDto,
  PropositionDto,
  SignalementDto,
  TexteProcheDto,
  VoteDto,
} from './consultations-publiques.dto';
import { lireVisiteur, VisiteurCourant } from './visiteur';

/** Consultations, for anybody without an account. */
@Controller('public/contrats/:contratId/consultations')
@Public()
export class ConsultationsPubliquesController {
  constructor(
    private readonly consultations: ConsultationsPubliques,
    private readonly config: Config,
  ) {}

  /** Consultations of a contrat. */
  @Get()
  lister(@Param('contratId', IdPipe) contratId: string): Promise<ConsultationPublique[]> {
    return this.consultations.lister(contratId);
  }

  /** One consultation. */
  @Get(':id')
  lire(@Param('contratId', IdPipe) contratId: string, @Param('id', IdPipe) id: string): Promise<ConsultationPublique> {
    return this.consultations.lire(contratId, id);
  }

  /** A page of its propositions, the latest first. */
  @Get(':id/propositions')
  propositions(
    @Param('contratId', IdPipe) contratId: string,
    @Param('id', IdPipe) id: string,
    @Query() { avant, mots }: PageDto,
  ): Promise<PagePropositions> {
    return this.consultations.page(contratId, id, avant === undefined ? null : Number(avant), mots);
  }

  /** One proposition, with the token to vote from its page. */
  @Get(':id/propositions/:propositionId')
  proposition(
    @Param('contratId', IdPipe) contratId: string,
    @Param('id', IdPipe) id: string,
    @Param('propositionId', IdPipe) propositionId: string,
    @VisiteurCourant() { cle }: Visiteur,
  ): Promise<PropositionAVoter> {
    return this.consultations.proposition(contratId, id, propositionId, cle);
  }

  /** Propositions that are close in words to a text. */
  @Post(':id/proches')
  @HttpCode(200)
  proches(
    @Param('contratId', IdPipe) contratId: string,
    @Param('id', IdPipe) id: string,
    @Body() { texte }: TexteProcheDto,
  ): Promise<PropositionProche[]> {
    return this.consultations.proches(contratId, id, texte);
  }

  /** Cards to vote on; gives the key of a participant to a browser that has none. */
  @Post(':id/sequence')
  @HttpCode(200)
  sequence(
    @Param('contratId', IdPipe) contratId: string,
    @Param('id', IdPipe) id: string,
    @Req() requete: Request,
    @Res({ passthrough: true }) reponse: Response,
    @Body() { nouvelle }: ArriveeDto,
  ): Promise<SequenceServie> {
    return this.consultations.sequence(contratId, id, this.reconnaitre(requete, reponse), nouvelle);
  }

  /** Votes, changes a vote or withdraws it; the same again changes nothing. */
  @Post(':id/propositions/:propositionId/vote')
  @HttpCode(200)
  voter(
    @Param('contratId', IdPipe) contratId: string,
    @Param('id', IdPipe) id: string,
    @Param('propositionId', IdPipe) propositionId: string,
    @VisiteurCourant() visiteur: Visiteur,
    @Body() vote: VoteDto,
  ): Promise<VoteRecu> {
    return this.consultations.voter(contratId, id, propositionId, visiteur, vote);
  }

  /** Proposes. */
  @Post(':id/propositions')
  proposer(
    @Param('contratId', IdPipe) contratId: string,
    @Param('id', IdPipe) id: string,
    @Req() requete: Request,
    @Res({ passthrough: true }) reponse: Response,
    @Body() envoyee: PropositionDto,
  ): Promise<MaProposition> {
    return this.consultations.proposer(contratId, id, this.reconnaitre(requete, reponse), envoyee);
  }

  /** Reports a proposition to the moderators. */
  @Post(':id/propositions/:propositionId/signalements')
  @HttpCode(204)
  signaler(
    @Param('contratId', IdPipe) contratId: string,
    @Param('id', IdPipe) id: string,
    @Param('propositionId', IdPipe) propositionId: string,
    @Req() requete: Request,
    @Res({ passthrough: true }) reponse: Response,
    @Body() signalement: SignalementDto,
  ): Promise<void> {
    return this.consultations.signaler(contratId, id, propositionId, this.reconnaitre(requete, reponse), signalement);
  }

  /** Withdraws one’s own proposition. */
  @Post(':id/propositions/:propositionId/retrait')
  @HttpCode(204)
  retirer(
    @Param('contratId', IdPipe) contratId: string,
    @Param('id', IdPipe) id: string,
    @Param('propositionId', IdPipe) propositionId: string,
    @VisiteurCourant() { cle }: Visiteur,
  ): Promise<void> {
    return this.consultations.retirer(contratId, id, propositionId, cle);
  }

  /** Asks that a refusal be looked at again. */
  @Post(':id/propositions/:propositionId/appel')
  @HttpCode(204)
  faireAppel(
    @Param('contratId', IdPipe) contratId: string,
    @Param('id', IdPipe) id: string,
    @Param('propositionId', IdPipe) propositionId: string,
    @VisiteurCourant() { cle }: Visiteur,
    @Body() { texte }: AppelDto,
  ): Promise<void> {
    return this.consultations.faireAppel(contratId, id, propositionId, cle, texte);
  }

  /** Says a little of oneself, or nothing. */
  @Put(':id/profil')
  @HttpCode(204)
  direProfil(
    @Param('contratId', IdPipe) contratId: string,
    @Param('id', IdPipe) id: string,
    @VisiteurCourant() visiteur: Visiteur,
    @Body() profil: ProfilDto,
  ): Promise<void> {
    return this.consultations.direProfil(contratId, id, visiteur, profil);
  }

  /** Everything the holder of the key left there. */
  @Get(':id/mes-donnees')
  mesDonnees(
    @Param('contratId', IdPipe) contratId: string,
    @Param('id', IdPipe) id: string,
    @VisiteurCourant() { cle }: Visiteur,
  ): Promise<ExportParticipant> {
    return this.consultations.mesDonnees(contratId, id, cle);
  }

  /** The published results. */
  @Get(':id/resultats')
  resultats(
    @Param('contratId', IdPipe) contratId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<ResultatsConsultation> {
    return this.consultations.publies(contratId, id);
  }

  private reconnaitre(requete: Request, reponse: Response): Visiteur {
    const visiteur = lireVisiteur(requete);
    if (visiteur.cle !== null) return visiteur;
    const cle = this.consultations.nouvelleCle();
    poserCookie(reponse, this.config, COOKIE_PARTICIPANT, cle, { maxAge: COOKIE_PARTICIPANT_MS });
    return { ...visiteur, cle };
  }
}
