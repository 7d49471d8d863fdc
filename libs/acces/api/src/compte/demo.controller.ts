import { Controller, Get } from '@nestjs/common';
import type { CompteDemo } from '@pleniere/acces/domain';
import { Config, introuvable } from '@pleniere/shared/api';
import { Public } from '../droits/decorateurs';
import { ComptesDemo } from './comptes-demo';

/** The demo accounts that the welcome page offers. */
@Public()
@Controller('demo/comptes')
export class DemoController {
  constructor(
    private readonly config: Config,
    private readonly comptes: ComptesDemo,
  ) {}

  /** The demo accounts with their password; 404 outside demo mode. */
  @Get()
  lister(): readonly CompteDemo[] {
    if (!this.config.modeDemo) throw introuvable('Cette adresse');
    return this.comptes.liste;
  }
}
