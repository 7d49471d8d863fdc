import { Injectable } from '@nestjs/common';
import { Horloge } from '@pleniere/indicateurs/api';
import { type FaitDeGarantie, garantieDe, type GarantieDeReponse } from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { FAITS_DE_GARANTIE } from '../lectures';

/** How the guarantee of an answer is kept, counted from the questions themselves. */
@Injectable()
export class GarantieService {
  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
  ) {}

  async lire(contratId: string): Promise<GarantieDeReponse> {
    type Ligne = { reponse: FaitDeGarantie[] };
    const [ligne] = await this.base.lire<Ligne>('questions-garantie', FAITS_DE_GARANTIE, [contratId]);
    return garantieDe(ligne?.reponse ?? [], this.horloge.aujourdhui());
  }
}
