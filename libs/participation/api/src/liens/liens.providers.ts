import { CalculsController } from '../calculs/calculs.controller';
import { CalculsService } from '../calculs/calculs.service';
import { ChangementsPublics } from './changements-publics';
import { LiensController } from './liens.controller';
import { LiensService } from './liens.service';
import { NiveauxReader } from './niveaux.reader';

/** Controllers of the links, and of the values computed from them. */
export const CONTROLEURS_LIENS = [CalculsController, LiensController];

/** Services of the links, and of the values computed from them. */
export const SERVICES_LIENS = [CalculsService, ChangementsPublics, LiensService, NiveauxReader];
