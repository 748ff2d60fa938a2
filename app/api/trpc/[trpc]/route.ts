import { handleTrpcRequest } from "@/server/api/root";

export { handleTrpcRequest as GET, handleTrpcRequest as POST };
