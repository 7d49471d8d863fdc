import { CalculsController } from '../calculs/calculs.controller';
import { CalculsService } from '../calculs/calculs.service';
import { ChangementsPublics } from './changements-publics';
import { LiensController } from './liens.controller';
import { LiensService } from './liens.service';

/** Controllers of the links, and of the values computed from them. */
export const CONTROLEURS_LIENS = [CalculsController, LiensController];

/** Services of the links, and of the values computed from them. */
export const SERVICES_LIENS = [CalculsService, ChangementsPublics, LiensService];
