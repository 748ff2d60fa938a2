-- Whether a consent and the grant it brings are of the real vendors or of their stand-ins. What was granted before
-- was granted by whatever the server's own vendor addresses name.
CREATE TYPE "ConnectionEnvironment" AS ENUM ('live', 'sandbox');
ALTER TABLE "Connection" ADD COLUMN "environment" "ConnectionEnvironment" NOT NULL DEFAULT 'live';
ALTER TABLE "OauthState" ADD COLUMN "environment" "ConnectionEnvironment" NOT NULL DEFAULT 'live';
