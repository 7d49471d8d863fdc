import { Module } from '@nestjs/common';
import { IndicateursModule } from '@pleniere/indicateurs/api';
import { AnnoncesDialogue } from './annonces';
import { FilsController } from './fils.controller';
import { FilsRepository } from './fils.repository';
import { FilsService } from './fils.service';
import { MessagesService } from './messages.service';
import { NotificationsDialogue } from './notifications-dialogue';
import { NotesController } from './notes/notes.controller';
import { NotesService } from './notes/notes.service';
import { PrecisionsController } from './precisions.controller';
import { PrecisionsService } from './precisions.service';

/** Server side of what is said about the fiches: threads, demandes de précision, notes of the State. */
@Module({
  imports: [IndicateursModule],
  controllers: [FilsController, PrecisionsController, NotesController],
  providers: [
    AnnoncesDialogue,
    FilsRepository,
    FilsService,
    MessagesService,
    NotificationsDialogue,
    PrecisionsService,
    NotesService,
  ],
})
export class DialogueModule {}
