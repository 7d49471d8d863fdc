import { Module } from '@nestjs/common';

/** Pages for residents, written on the server: readable without account and without JavaScript. */
@Module({})
export class SiteModule {}
