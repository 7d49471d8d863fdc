import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Public } from '@pleniere/acces/api';
import { Installation } from './installation';
import { type EpciPropose, InstallationDto } from './installation.dto';

/** First start of the product, before anybody has an account. */
@Controller('installation')
@Public()
export class InstallationController {
  constructor(private readonly installation: Installation) {}

  /** Whether the product waits for its first contrat. */
  @Get()
  async etat(): Promise<{ attendue: boolean }> {
    return { attendue: await this.installation.attend() };
  }

  /** Intercommunalités with at least one quartier prioritaire, by name or by commune. */
  @Get('epci')
  chercher(@Query('q') q?: string): Promise<EpciPropose[]> {
    return this.installation.chercher(String(q ?? ''));
  }

  /** Opens the first contrat; the answer leads to the choice of a password. */
  @Post()
  async ouvrir(@Body() saisie: InstallationDto): Promise<{ lien: string }> {
    const { lien } = await this.installation.ouvrir(saisie);
    return { lien };
  }
}
