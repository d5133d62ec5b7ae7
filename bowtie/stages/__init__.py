"""The bow-tie: how strangers become customers, how customers become ambassadors, and where people leave."""
