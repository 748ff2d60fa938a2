-- The window becomes a row of 50 ms slots, so that no two seconds whatever hold more calls than allowed; it belongs to
-- a connection and goes with it. What the former table held was good for two seconds.
DROP TABLE "ApiWindow";

-- CreateEnum
CREATE TYPE "ApiWindowKind" AS ENUM ('general', 'search');

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

-- AddForeignKey
ALTER TABLE "ApiWindow" ADD CONSTRAINT "ApiWindow_workspaceId_connectionId_fkey" FOREIGN KEY ("workspaceId", "connectionId") REFERENCES "Connection"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
