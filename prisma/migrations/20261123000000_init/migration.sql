-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Vendor" AS ENUM ('freshbooks', 'pipedrive');

-- CreateEnum
CREATE TYPE "ConnectionStatus" AS ENUM ('choosing', 'active', 'needs_reconnect');

-- CreateEnum
CREATE TYPE "CallbackStatus" AS ENUM ('registering', 'pending', 'verified', 'failed');

-- CreateEnum
CREATE TYPE "ApiWindowKind" AS ENUM ('general', 'search');

-- CreateEnum
CREATE TYPE "PipedriveEntity" AS ENUM ('organization', 'deal');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('owner', 'admin', 'editor', 'viewer');

-- CreateEnum
CREATE TYPE "RecordKind" AS ENUM ('client', 'invoice');

-- CreateEnum
CREATE TYPE "RecordHealth" AS ENUM ('waiting', 'in_step', 'excluded', 'failing');

-- CreateEnum
CREATE TYPE "LinkState" AS ENUM ('intent', 'linked', 'gone');

-- CreateEnum
CREATE TYPE "EventOrigin" AS ENUM ('callback', 'sweep', 'clock', 'backfill', 'replay', 'manual');

-- CreateEnum
CREATE TYPE "EventStatus" AS ENUM ('received', 'handed', 'done', 'ignored', 'failed');

-- CreateEnum
CREATE TYPE "WriteStatus" AS ENUM ('planned', 'done', 'adopted', 'failed');

-- CreateTable
CREATE TABLE "Connection" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "vendor" "Vendor" NOT NULL,
    "status" "ConnectionStatus" NOT NULL,
    "accountId" TEXT,
    "accountName" TEXT,
    "vendorUserId" TEXT NOT NULL,
    "vendorUserName" TEXT NOT NULL,
    "apiBaseUrl" TEXT NOT NULL,
    "timezone" TEXT,
    "currency" TEXT,
    "scopes" TEXT[],
    "sealedAccessToken" TEXT NOT NULL,
    "sealedRefreshToken" TEXT NOT NULL,
    "accessExpiresAt" TIMESTAMPTZ(3) NOT NULL,
    "tokenVersion" INTEGER NOT NULL DEFAULT 1,
    "leaseOwner" TEXT,
    "leaseUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Connection_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "OauthState" (
    "hash" TEXT NOT NULL,
    "vendor" "Vendor" NOT NULL,
    "userId" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "consumedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OauthState_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Callback" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "noun" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,
    "vendorCallbackId" TEXT,
    "status" "CallbackStatus" NOT NULL,
    "sealedVerifier" TEXT,
    "sealedFormerVerifier" TEXT,
    "verifiedAt" TIMESTAMPTZ(3),
    "lastDeliveryAt" TIMESTAMPTZ(3),
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Callback_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "ApiWindow" (
    "workspaceId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "kind" "ApiWindowKind" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "windowLimit" INTEGER NOT NULL,
    "slotAt" TIMESTAMPTZ(3) NOT NULL,
    "slots" INTEGER[],
    "dailyLimit" INTEGER,
    "dailyRemaining" INTEGER,
    "pausedUntil" TIMESTAMPTZ(3),
    "pauseReason" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ApiWindow_pkey" PRIMARY KEY ("workspaceId","connectionId","kind")
);

-- CreateTable
CREATE TABLE "MappingVersion" (
    "workspaceId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MappingVersion_pkey" PRIMARY KEY ("workspaceId","version")
);

-- CreateTable
CREATE TABLE "PipedriveField" (
    "workspaceId" TEXT NOT NULL,
    "entity" "PipedriveEntity" NOT NULL,
    "purpose" TEXT NOT NULL,
    "fieldCode" TEXT NOT NULL,
    "fieldType" TEXT NOT NULL,
    "options" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PipedriveField_pkey" PRIMARY KEY ("workspaceId","entity","purpose")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Workspace" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "liveMappingVersion" INTEGER,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("workspaceId","userId")
);

-- CreateTable
CREATE TABLE "Record" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" "RecordKind" NOT NULL,
    "freshbooksId" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "clientFreshbooksId" TEXT,
    "currency" TEXT,
    "amount" DECIMAL(24,6),
    "outstanding" DECIMAL(24,6),
    "paid" DECIMAL(24,6),
    "dueDate" DATE,
    "state" TEXT,
    "isOverdue" BOOLEAN NOT NULL DEFAULT false,
    "sourceVersion" TEXT,
    "snapshot" JSONB,
    "dirtySeq" INTEGER NOT NULL DEFAULT 0,
    "syncedSeq" INTEGER NOT NULL DEFAULT 0,
    "attemptCount" INTEGER NOT NULL DEFAULT 0,
    "health" "RecordHealth" NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "reasonCode" TEXT,
    "lastEventAt" TIMESTAMPTZ(3),
    "lastReadAt" TIMESTAMPTZ(3),
    "lastSyncedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Record_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Link" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "entity" "PipedriveEntity" NOT NULL,
    "freshbooksId" TEXT NOT NULL,
    "pipedriveId" INTEGER,
    "state" "LinkState" NOT NULL,
    "intentId" TEXT NOT NULL,
    "triedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "written" JSONB,
    "mappingVersion" INTEGER,
    "writtenAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "SyncEvent" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "origin" "EventOrigin" NOT NULL,
    "name" TEXT NOT NULL,
    "noun" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "status" "EventStatus" NOT NULL,
    "recordId" TEXT,
    "seq" INTEGER,
    "attemptId" TEXT,
    "actorId" TEXT,
    "detail" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "handedAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "SyncEvent_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "SyncAttempt" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "origin" "EventOrigin" NOT NULL,
    "actorId" TEXT,
    "mappingVersion" INTEGER NOT NULL,
    "dirtySeq" INTEGER NOT NULL,
    "runKey" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "plan" JSONB,
    "errorCode" TEXT,
    "errorMessage" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SyncAttempt_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "SyncWrite" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "freshbooksId" TEXT NOT NULL,
    "linkVersion" INTEGER,
    "pipedriveId" INTEGER,
    "fields" JSONB NOT NULL,
    "status" "WriteStatus" NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "vendorStatus" INTEGER,
    "requestId" TEXT,
    "durationMs" INTEGER,
    "error" TEXT,
    "note" TEXT,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SyncWrite_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "SweepMark" (
    "workspaceId" TEXT NOT NULL,
    "highWaterAt" TIMESTAMPTZ(3) NOT NULL,
    "lastRunAt" TIMESTAMPTZ(3),
    "nextDueAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SweepMark_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateIndex
CREATE INDEX "Connection_vendor_accountId_idx" ON "Connection"("vendor", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Connection_workspaceId_vendor_key" ON "Connection"("workspaceId", "vendor");

-- CreateIndex
CREATE INDEX "OauthState_expiresAt_idx" ON "OauthState"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Callback_keyHash_key" ON "Callback"("keyHash");

-- CreateIndex
CREATE UNIQUE INDEX "Callback_workspaceId_noun_key" ON "Callback"("workspaceId", "noun");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Workspace_slug_key" ON "Workspace"("slug");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE INDEX "Record_workspaceId_kind_clientFreshbooksId_idx" ON "Record"("workspaceId", "kind", "clientFreshbooksId");

-- CreateIndex
CREATE INDEX "Record_workspaceId_health_idx" ON "Record"("workspaceId", "health");

-- CreateIndex
CREATE INDEX "Record_kind_isOverdue_dueDate_idx" ON "Record"("kind", "isOverdue", "dueDate");

-- CreateIndex
CREATE UNIQUE INDEX "Record_workspaceId_kind_freshbooksId_key" ON "Record"("workspaceId", "kind", "freshbooksId");

-- CreateIndex
CREATE UNIQUE INDEX "Link_workspaceId_entity_freshbooksId_key" ON "Link"("workspaceId", "entity", "freshbooksId");

-- CreateIndex
CREATE UNIQUE INDEX "Link_workspaceId_entity_pipedriveId_key" ON "Link"("workspaceId", "entity", "pipedriveId");

-- CreateIndex
CREATE INDEX "SyncEvent_workspaceId_receivedAt_idx" ON "SyncEvent"("workspaceId", "receivedAt" DESC);

-- CreateIndex
CREATE INDEX "SyncEvent_workspaceId_recordId_idx" ON "SyncEvent"("workspaceId", "recordId");

-- CreateIndex
CREATE INDEX "SyncEvent_workspaceId_attemptId_idx" ON "SyncEvent"("workspaceId", "attemptId");

-- CreateIndex
CREATE INDEX "SyncEvent_workspaceId_status_receivedAt_idx" ON "SyncEvent"("workspaceId", "status", "receivedAt");

-- CreateIndex
CREATE INDEX "SyncEvent_status_receivedAt_idx" ON "SyncEvent"("status", "receivedAt");

-- CreateIndex
CREATE INDEX "SyncAttempt_workspaceId_startedAt_idx" ON "SyncAttempt"("workspaceId", "startedAt" DESC);

-- CreateIndex
CREATE INDEX "SyncAttempt_workspaceId_outcome_startedAt_idx" ON "SyncAttempt"("workspaceId", "outcome", "startedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "SyncAttempt_workspaceId_recordId_number_key" ON "SyncAttempt"("workspaceId", "recordId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "SyncAttempt_workspaceId_runKey_key" ON "SyncAttempt"("workspaceId", "runKey");

-- CreateIndex
CREATE UNIQUE INDEX "SyncWrite_workspaceId_attemptId_ordinal_key" ON "SyncWrite"("workspaceId", "attemptId", "ordinal");

-- CreateIndex
CREATE INDEX "SweepMark_nextDueAt_idx" ON "SweepMark"("nextDueAt");

-- AddForeignKey
ALTER TABLE "Connection" ADD CONSTRAINT "Connection_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_workspaceId_connectionId_fkey" FOREIGN KEY ("workspaceId", "connectionId") REFERENCES "Connection"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiWindow" ADD CONSTRAINT "ApiWindow_workspaceId_connectionId_fkey" FOREIGN KEY ("workspaceId", "connectionId") REFERENCES "Connection"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MappingVersion" ADD CONSTRAINT "MappingVersion_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PipedriveField" ADD CONSTRAINT "PipedriveField_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Record" ADD CONSTRAINT "Record_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SyncEvent" ADD CONSTRAINT "SyncEvent_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SyncEvent" ADD CONSTRAINT "SyncEvent_workspaceId_attemptId_fkey" FOREIGN KEY ("workspaceId", "attemptId") REFERENCES "SyncAttempt"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SyncAttempt" ADD CONSTRAINT "SyncAttempt_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SyncAttempt" ADD CONSTRAINT "SyncAttempt_workspaceId_recordId_fkey" FOREIGN KEY ("workspaceId", "recordId") REFERENCES "Record"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SyncWrite" ADD CONSTRAINT "SyncWrite_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SyncWrite" ADD CONSTRAINT "SyncWrite_workspaceId_attemptId_fkey" FOREIGN KEY ("workspaceId", "attemptId") REFERENCES "SyncAttempt"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SweepMark" ADD CONSTRAINT "SweepMark_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
